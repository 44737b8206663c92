using System.Text;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry;

/// <summary>A symmetry operation of a crystal in fractional coordinates: x′ = R·x + t, up to whole lattice vectors.</summary>
/// <param name="Rotation">R, acting on columns.</param>
/// <param name="Translation">t, without whole lattice vectors.</param>
public readonly record struct SymmetryOperation(RotationPart Rotation, LatticeTranslation Translation)
{
    /// <summary>The operation that changes nothing.</summary>
    public static SymmetryOperation Identity => new(RotationPart.Identity, default);

    /// <summary>True for the operation that changes nothing.</summary>
    public bool IsIdentity => this == Identity;

    /// <summary>The image of a position in fractional coordinates; not wrapped into the cell.</summary>
    public Vector3D Apply(Vector3D fractional) => Rotation * fractional + Translation.Fractional;

    /// <summary>The operation that does <paramref name="second"/> first and <paramref name="first"/> on its result.</summary>
    public static SymmetryOperation operator *(SymmetryOperation first, SymmetryOperation second) =>
        new(first.Rotation * second.Rotation, first.Rotation * second.Translation + first.Translation);

    /// <summary>Reads a coordinate triplet such as <c>-y,x-y,z+1/3</c> in any of its common spellings.</summary>
    /// <exception cref="FormatException">The text is no such triplet; the message says why.</exception>
    public static SymmetryOperation Parse(ReadOnlySpan<char> triplet) =>
        TryParse(triplet, out SymmetryOperation operation, out string? reason)
            ? operation
            : throw new FormatException($"'{triplet}' is no symmetry operation: {reason}.");

    /// <summary>Reads a coordinate triplet such as <c>-y,x-y,z+1/3</c> in any of its common spellings.</summary>
    /// <param name="triplet">Three expressions of x, y and z with commas between them.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="reason">Why the text is none; null otherwise.</param>
    public static bool TryParse(ReadOnlySpan<char> triplet, out SymmetryOperation operation, out string? reason) =>
        TripletParser.TryParse(triplet, out operation, out reason);

    /// <summary>The triplet: <c>-y,x-y,z+1/3</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        ReadOnlySpan<int> shifts = [Translation.X, Translation.Y, Translation.Z];
        for (int row = 0; row < 3; row++)
        {
            if (row > 0) text.Append(',');
            int start = text.Length;
            for (int column = 0; column < 3; column++)
                AppendTerm(text, Rotation[row, column], "xyz"[column], text.Length == start);
            if (shifts[row] != 0 || text.Length == start)
                text.Append(text.Length > start ? "+" : "").Append(LatticeTranslation.FractionOf(shifts[row]));
        }
        return text.ToString();
    }

    private static void AppendTerm(StringBuilder text, int factor, char variable, bool isFirst)
    {
        if (factor == 0) return;
        if (factor < 0) text.Append('-');
        else if (!isFirst) text.Append('+');
        if (Math.Abs(factor) != 1) text.Append(Math.Abs(factor));
        text.Append(variable);
    }
}
