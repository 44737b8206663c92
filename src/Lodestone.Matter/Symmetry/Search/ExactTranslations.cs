using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry.Search;

/// <summary>
/// Makes the measured translations of a group exact. With t(RS) = t(R) + R t(S) + m(R, S), where m is of whole numbers, the sum over all S
/// of a group of order n gives t(R) = (1 − R) a − Σ m(R, S)/n with a the mean of all t(S): a shift of the origin to a leaves
/// translations that are whole multiples of 1/n, without any noise. (In other words: the first cohomology of a finite group in real vectors
/// vanishes.)
/// </summary>
internal static class ExactTranslations
{
    /// <summary>The exact operations, around an origin of their own: <see cref="Origin"/>.</summary>
    /// <param name="operations">The measured operations, one a rotation part.</param>
    /// <param name="cell">The cell in rows, Å.</param>
    /// <param name="tolerance">How far, in Å, the product of two operations may be from the measured third one.</param>
    /// <returns>In the same order; null where the operations are no group within the tolerance.</returns>
    public static SymmetryOperation[]? Of(IReadOnlyList<SiteOperation> operations, Matrix3D cell, double tolerance)
    {
        Dictionary<RotationPart, Vector3D> shifts = operations.ToDictionary(operation => operation.Rotation, operation => operation.Shift);
        var exact = new SymmetryOperation[operations.Count];
        for (int i = 0; i < exact.Length; i++)
        {
            SiteOperation first = operations[i];
            Vector3D sum = Vector3D.Zero;
            foreach (SiteOperation second in operations)
            {
                if (!shifts.TryGetValue(first.Rotation * second.Rotation, out Vector3D shift)) return null;
                Vector3D difference = shift - first.Shift - first.Rotation * second.Shift;
                var whole = new Vector3D(Math.Round(difference.X), Math.Round(difference.Y), Math.Round(difference.Z));
                if (((difference - whole) * cell).Length > tolerance) return null;
                sum += whole;
            }
            double share = -1.0 / exact.Length;
            exact[i] = new SymmetryOperation(first.Rotation, LatticeTranslation.Of(share * sum.X, share * sum.Y, share * sum.Z));
        }
        return exact;
    }

    /// <summary>a: where the origin of the exact operations lies in the cell, as shares of its edges.</summary>
    public static Vector3D Origin(IReadOnlyList<SiteOperation> operations)
    {
        Vector3D sum = Vector3D.Zero;
        foreach (SiteOperation operation in operations) sum += operation.Shift;
        return 1.0 / operations.Count * sum;
    }
}
