using System.Collections.Immutable;
using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Matter.Tests.Symmetry;

/// <summary>Crystals that have just the symmetry of a setting: three kinds of atoms in general positions of a cell that it allows.</summary>
internal static class GenericCrystals
{
    private static readonly Vector3D[] Places = [new(0.1374, 0.2291, 0.0812), new(0.3117, 0.0523, 0.1946), new(0.0468, 0.1733, 0.3859)];

    public static Structure Of(SpaceGroup group)
    {
        Lattice lattice = CellOf(group);
        var sites = ImmutableArray.CreateBuilder<Site>();
        for (int kind = 0; kind < Places.Length; kind++)
            foreach (SymmetryOperation operation in group.Operations)
                sites.Add(new Site([new Species(new Element(26 + kind))], default, default).At(operation.Apply(Places[kind]), lattice));
        return new Structure(lattice, sites.ToImmutable());
    }

    // An average over the operations makes any metric one that they keep.
    private static Lattice CellOf(SpaceGroup group)
    {
        Matrix3D rows = Lattice.FromParameters(11, 12.7, 14.9, 84, 97, 101).Vectors, metric = rows * rows.Transposed;
        var sum = new double[3, 3];
        RotationPart[] rotations = [.. group.Operations.Select(operation => operation.Rotation).Distinct()];
        foreach (RotationPart r in rotations)
        {
            var q = new Matrix3D(new(r.XX, r.YX, r.ZX), new(r.XY, r.YY, r.ZY), new(r.XZ, r.YZ, r.ZZ));
            Matrix3D turned = q * metric * q.Transposed;
            for (int i = 0; i < 3; i++)
                for (int j = 0; j < 3; j++) sum[i, j] += turned[i][j] / rotations.Length;
        }

        double a = Math.Sqrt(sum[0, 0]), b = Math.Sqrt(sum[1, 1]), c = Math.Sqrt(sum[2, 2]);
        return Lattice.FromParameters(a, b, c, Angle(sum[1, 2] / b / c), Angle(sum[0, 2] / a / c), Angle(sum[0, 1] / a / b));
    }

    private static double Angle(double cosine) => Math.Round(double.RadiansToDegrees(Math.Acos(cosine)), 9);
}
