using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry.Search;

namespace Lodestone.Matter.Symmetry.Standard;

/// <summary>The mean of a crystal over its group: what its operations map onto itself exactly.</summary>
internal sealed class SymmetrizedCrystal
{
    /// <summary>Takes the mean.</summary>
    /// <param name="group">The crystal and its operations.</param>
    public SymmetrizedCrystal(PrimitiveGroup group)
    {
        Origin = ExactTranslations.Origin(group.Operations);
        Metric = MeanMetric(group.Crystal.Lattice!.Vectors, group.Operations);
        Positions = MeanPositions([.. group.Crystal.Sites.Select(site => site.Fractional - Origin)], group);
    }

    /// <summary>Where the origin of the exact operations lies in the primitive cell, as shares of its edges.</summary>
    public Vector3D Origin { get; }

    /// <summary>Scalar products of the primitive edges, Å².</summary>
    public Matrix3D Metric { get; }

    /// <summary>[sites]: positions from that origin, as shares of the primitive edges.</summary>
    public Vector3D[] Positions { get; }

    private static Matrix3D MeanMetric(Matrix3D rows, SiteOperation[] operations)
    {
        Matrix3D metric = rows * rows.Transposed, sum = default;
        foreach (SiteOperation operation in operations)
        {
            RotationPart r = operation.Rotation;
            var images = new Matrix3D(new(r.XX, r.YX, r.ZX), new(r.XY, r.YY, r.ZY), new(r.XZ, r.YZ, r.ZZ));
            Matrix3D turned = images * metric * images.Transposed;
            sum = new(sum.A + turned.A, sum.B + turned.B, sum.C + turned.C);
        }
        double share = 1.0 / operations.Length;
        return new(share * sum.A, share * sum.B, share * sum.C);
    }

    private static Vector3D[] MeanPositions(Vector3D[] positions, PrimitiveGroup group)
    {
        Vector3D[] mean = [.. positions];
        double share = 1.0 / group.Exact.Length;
        for (int k = 0; k < group.Exact.Length; k++)
            for (int i = 0; i < positions.Length; i++)
            {
                int image = group.Operations[k].Image[i];
                Vector3D apart = group.Exact[k].Apply(positions[i]) - positions[image];
                mean[image] += share * new Vector3D(apart.X - Math.Round(apart.X), apart.Y - Math.Round(apart.Y), apart.Z - Math.Round(apart.Z));
            }
        return mean;
    }
}
