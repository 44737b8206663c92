using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry;

/// <summary>A symmetry operation with or without time reversal, which turns every moment around.</summary>
/// <param name="Operation">What happens in space.</param>
/// <param name="TimeReversal">−1 with time reversal, else 1.</param>
public readonly record struct MagneticOperation(SymmetryOperation Operation, int TimeReversal = 1)
{
    /// <summary>
    /// The image of a moment. A moment is an axial vector: M′ = θ·det(R)·R·M in the axes of the lattice, with θ the time reversal.
    /// Source: International Tables A (2016), section 1.5.
    /// </summary>
    /// <param name="moment">The moment, Cartesian.</param>
    /// <param name="lattice">The cell of the operation.</param>
    public Vector3D ApplyToMoment(Vector3D moment, Lattice lattice) =>
        TimeReversal * Operation.Rotation.Determinant * lattice.ToCartesian(Operation.Rotation * lattice.ToFractional(moment));

    /// <summary>The operation that does <paramref name="second"/> first and <paramref name="first"/> on its result.</summary>
    public static MagneticOperation operator *(MagneticOperation first, MagneticOperation second) =>
        new(first.Operation * second.Operation, first.TimeReversal * second.TimeReversal);

    /// <summary>Reads a coordinate triplet with time reversal: <c>x+1/2,y,z,-1</c>.</summary>
    /// <param name="text">The triplet and +1 or −1.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="reason">Why the text is none; null otherwise.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out MagneticOperation operation, out string? reason)
    {
        operation = default;
        text = text.Trim().Trim("'\"");
        int comma = text.LastIndexOf(',');
        ReadOnlySpan<char> time = text[(comma + 1)..].Trim();
        int reversal = time is "+1" or "1" or "m" or "+m" ? 1 : time is "-1" or "-m" ? -1 : 0;
        if (comma < 0 || reversal == 0)
        {
            reason = "it does not end in a time reversal of +1 or -1";
            return false;
        }
        if (!SymmetryOperation.TryParse(text[..comma], out SymmetryOperation inSpace, out reason)) return false;
        operation = new MagneticOperation(inSpace, reversal);
        return true;
    }

    /// <summary>The triplet with time reversal: <c>x+1/2,y,z,-1</c>.</summary>
    public override string ToString() => $"{Operation},{(TimeReversal > 0 ? "+1" : "-1")}";
}
