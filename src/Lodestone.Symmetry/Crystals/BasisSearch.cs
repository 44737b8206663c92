using Lodestone.Matter;
using Lodestone.Matter.Geometry;

namespace Lodestone.Symmetry.Crystals;

/// <summary>Finds the basis of a lattice that is nearest to the symmetry of a Bravais lattice, among combinations of its Niggli vectors.</summary>
internal static class BasisSearch
{
    private const double Tie = 1e-5;
    private static readonly IntegerMatrix3[] Candidates = [.. MakeCandidates()];

    public static IntegerMatrix3 Nearest(BravaisLattice kind, Lattice lattice)
    {
        var (reduced, toReduced) = lattice.NiggliReduced();
        Matrix3D metric = reduced.Vectors * reduced.Vectors.Transposed;
        Matrix3D[] generators = [.. kind.Generators.Select(Basis.ToMatrix)];
        IntegerMatrix3 best = IntegerMatrix3.Identity;
        double[]? bestScores = null;
        foreach (IntegerMatrix3 candidate in Candidates)
        {
            Matrix3D rows = candidate.ToMatrix3D();
            double[] scores = Scores(rows * metric * rows.Transposed, generators);
            if (bestScores is null || IsLess(scores, bestScores)) (best, bestScores) = (candidate, scores);
        }
        return best * toReduced;
    }

    /// <summary>What is to be small, the most important first; relative to the lengths of the vectors.</summary>
    private static double[] Scores(Matrix3D metric, Matrix3D[] generators)
    {
        double trace = metric.A.X + metric.B.Y + metric.C.Z;
        double deviation = generators.Sum(r => SquaredDistance(r.Transposed * metric * r, metric));
        return [Math.Sqrt(deviation) / trace, trace, metric.A.X, metric.B.Y, Math.Abs(metric.B.Z), Math.Abs(metric.A.Z)];
    }

    private static bool IsLess(double[] scores, double[] others)
    {
        double scale = others[1];
        for (int i = 0; i < scores.Length; i++)
        {
            double tie = i == 0 ? Tie : Tie * scale;
            if (Math.Abs(scores[i] - others[i]) > tie) return scores[i] < others[i];
        }
        return false;
    }

    private static double SquaredDistance(Matrix3D a, Matrix3D b) =>
        (a.A - b.A).LengthSquared + (a.B - b.B).LengthSquared + (a.C - b.C).LengthSquared;

    private static IEnumerable<IntegerMatrix3> MakeCandidates()
    {
        CellImage[] rows = [.. Enumerable.Range(0, 27).Select(code => new CellImage(code / 9 - 1, code / 3 % 3 - 1, code % 3 - 1))];
        return
            from a in rows
            from b in rows
            from c in rows
            let matrix = new IntegerMatrix3(a, b, c)
            where matrix.Determinant == 1
            select matrix;
    }
}
