using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Cells;

/// <summary>
/// The Niggli-reduced cell: the one cell, of all that describe a lattice, with the shortest edges and a fixed choice among equals.
/// </summary>
/// <remarks>
/// Křivý and Gruber, Acta Cryst. A32 (1976) 297, steps 1–8, with the tolerance of Grosse-Kunstleve, Sauter and Adams,
/// Acta Cryst. A60 (2004) 1: lengths squared are compared to within 1e-5 of the cube root of the volume.
/// </remarks>
public static class NiggliReduction
{
    private const double RelativeTolerance = 1e-5;
    private const int MaximumSteps = 10_000;
    private const double LargestFactor = 1e6;

    /// <summary>Finds how the reduced cell is made of the given one.</summary>
    /// <param name="cell">Lattice vectors in rows, Å.</param>
    /// <param name="transformation">The matrix M, of determinant +1, such that <c>M cell</c> is reduced; the unit matrix if none was found.</param>
    /// <returns>False where the cell is too flat or too skewed for double precision.</returns>
    public static bool TryReduce(Matrix3D cell, out IntegerMatrix3 transformation)
    {
        transformation = IntegerMatrix3.Identity;
        double tolerance = RelativeTolerance * Math.Cbrt(Math.Abs(cell.Determinant));
        IntegerMatrix3 total = IntegerMatrix3.Identity;
        for (int i = 0; i < MaximumSteps; i++)
        {
            var form = new NiggliForm(total.ToMatrix3D() * cell, tolerance);
            if (form.NextStep() is not { } step)
            {
                transformation = total;
                return true;
            }
            Matrix3D product = step.ToMatrix3D() * total.ToMatrix3D();
            if (!(Largest(product) <= LargestFactor)) return false;
            total = step * total;
        }
        return false;
    }

    private static double Largest(Matrix3D m) => Math.Max(Largest(m.A), Math.Max(Largest(m.B), Largest(m.C)));

    private static double Largest(Vector3D v) => Math.Max(Math.Abs(v.X), Math.Max(Math.Abs(v.Y), Math.Abs(v.Z)));
}
