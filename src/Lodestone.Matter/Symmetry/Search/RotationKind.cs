namespace Lodestone.Matter.Symmetry.Search;

/// <summary>What kind of rotation a matrix is.</summary>
internal static class RotationKind
{
    /// <summary>The order of the rotation without its inversion: 1, 2, 3, 4 or 6. By the trace, International Tables A, table 11.2.1.1.</summary>
    public static int Order(RotationPart rotation) => (rotation.Determinant * (rotation.XX + rotation.YY + rotation.ZZ)) switch
    {
        3 => 1,
        -1 => 2,
        0 => 3,
        1 => 4,
        2 => 6,
        _ => 0,
    };

    /// <summary>How often each kind is among rotations, as a key that tells the 32 crystal classes apart.</summary>
    public static string Signature(IEnumerable<RotationPart> rotations)
    {
        Span<int> counts = stackalloc int[14];
        counts.Clear();
        foreach (RotationPart rotation in rotations) counts[Order(rotation) + (rotation.Determinant > 0 ? 0 : 7)]++;
        return string.Join(' ', counts.ToArray());
    }

    /// <summary>The sum of all powers of a rotation without its inversion: it maps every vector onto the axis.</summary>
    public static RotationPart PowerSum(RotationPart rotation)
    {
        RotationPart proper = Proper(rotation), power = proper, sum = proper;
        for (int k = 1; k < Order(rotation); k++)
        {
            power *= proper;
            sum = Add(sum, power);
        }
        return sum;
    }

    /// <summary>The rotation without its inversion.</summary>
    public static RotationPart Proper(RotationPart rotation) => rotation.Determinant < 0 ? -rotation : rotation;

    private static RotationPart Add(RotationPart a, RotationPart b) => new(
        a.XX + b.XX, a.XY + b.XY, a.XZ + b.XZ, a.YX + b.YX, a.YY + b.YY, a.YZ + b.YZ, a.ZX + b.ZX, a.ZY + b.ZY, a.ZZ + b.ZZ);
}
