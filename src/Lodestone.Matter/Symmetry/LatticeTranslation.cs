using System.Globalization;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry;

/// <summary>
/// A translation by exact shares of the cell's edges, without whole edges: each component is a multiple of
/// 1/<see cref="Denominator"/> in [0, 1).
/// </summary>
/// <param name="X">Multiple along a.</param>
/// <param name="Y">Multiple along b.</param>
/// <param name="Z">Multiple along c.</param>
public readonly record struct LatticeTranslation(int X, int Y, int Z)
{
    /// <summary>
    /// The least common multiple of 1–16: holds the halves to twelfths of space groups and the odd fractions of superstructures.
    /// </summary>
    public const int Denominator = 720_720;

    /// <summary>The translation as fractional coordinates in [0, 1).</summary>
    public Vector3D Fractional => new((double)X / Denominator, (double)Y / Denominator, (double)Z / Denominator);

    /// <summary>The nearest translation to fractional coordinates; whole edges are left out.</summary>
    public static LatticeTranslation Of(double x, double y, double z) =>
        new(Nearest(x), Nearest(y), Nearest(z));

    /// <summary>Sum without whole edges.</summary>
    public static LatticeTranslation operator +(LatticeTranslation a, LatticeTranslation b) =>
        new(Wrap(a.X + b.X), Wrap(a.Y + b.Y), Wrap(a.Z + b.Z));

    /// <summary>Difference without whole edges.</summary>
    public static LatticeTranslation operator -(LatticeTranslation a, LatticeTranslation b) =>
        new(Wrap(a.X - b.X), Wrap(a.Y - b.Y), Wrap(a.Z - b.Z));

    /// <summary>The translation turned by a rotation part.</summary>
    public static LatticeTranslation operator *(RotationPart m, LatticeTranslation t) => new(
        Wrap((long)m.XX * t.X + (long)m.XY * t.Y + (long)m.XZ * t.Z),
        Wrap((long)m.YX * t.X + (long)m.YY * t.Y + (long)m.YZ * t.Z),
        Wrap((long)m.ZX * t.X + (long)m.ZY * t.Y + (long)m.ZZ * t.Z));

    /// <summary>A component as a reduced fraction: <c>1/2</c>, <c>0</c>.</summary>
    internal static string FractionOf(int multiple)
    {
        if (multiple == 0) return "0";
        int divisor = (int)System.Numerics.BigInteger.GreatestCommonDivisor(multiple, Denominator);
        return string.Create(CultureInfo.InvariantCulture, $"{multiple / divisor}/{Denominator / divisor}");
    }

    private static int Nearest(double share) => Wrap((long)Math.Round((share - Math.Floor(share)) * Denominator));

    private static int Wrap(long multiple) => (int)(((multiple % Denominator) + Denominator) % Denominator);
}
