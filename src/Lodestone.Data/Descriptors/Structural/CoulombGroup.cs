using System.Collections.Immutable;
using Lodestone.Matter;
using MathNet.Numerics.LinearAlgebra;

namespace Lodestone.Data.Descriptors.Structural;

/// <summary>
/// Eigenvalues of the Coulomb matrix of the primitive cell: ½ Z^2.4 on the diagonal, Z Z′/d elsewhere, with d the distance of the nearest
/// images in atomic units.
/// </summary>
internal sealed class CoulombGroup : StructureGroup
{
    private const double Bohr = 0.529177210544;
    private const int MostAtoms = 400;
    private const string Rupp = "Rupp et al., Phys. Rev. Lett. 108, 058301 (2012), with the nearest images.";

    public override ImmutableArray<Descriptor> Descriptors { get; } =
    [
        new("coulomb_max", "Hartree", "Largest eigenvalue of the Coulomb matrix; missing above 400 atoms in the primitive cell.", Rupp),
        new("coulomb_second", "Hartree", "Second largest eigenvalue of the Coulomb matrix.", Rupp),
        new("coulomb_min", "Hartree", "Smallest eigenvalue of the Coulomb matrix.", Rupp),
        new("coulomb_std", "Hartree", "Standard deviation of the eigenvalues of the Coulomb matrix.", Rupp),
    ];

    public override void Describe(DescribedCrystal crystal, Span<double> values)
    {
        int atoms = crystal.Elements.Length;
        values.Fill(double.NaN);
        if (atoms > MostAtoms) return;
        Matrix<double> matrix = Matrix<double>.Build.Dense(atoms, atoms);
        for (int i = 0; i < atoms; i++)
        {
            double charge = crystal.Elements[i].AtomicNumber;
            matrix[i, i] = 0.5 * Math.Pow(charge, 2.4);
            for (int j = 0; j < i; j++)
                matrix[i, j] = matrix[j, i] = charge * crystal.Elements[j].AtomicNumber / (crystal.Structure.Distance(i, j) / Bohr);
        }

        double[] eigenvalues = [.. matrix.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).OrderDescending()];
        values[0] = eigenvalues[0];
        if (atoms > 1) values[1] = eigenvalues[1];
        values[2] = eigenvalues[^1];
        values[3] = Spread.Of(eigenvalues).Deviation;
    }
}
