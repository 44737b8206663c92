using System.Text;
using Lodestone.Matter.Formats;
using Lodestone.Matter.Symmetry;
using Lodestone.Testing;

namespace Lodestone.Matter.Tests.Formats;

/// <summary>No broken file makes a reader throw, and whatever is read of one can be used like any other structure.</summary>
public sealed class MutantTests
{
    private const double Cutoff = 8;
    private const double MostEdges = 500_000;
    private const int MostSitesOfSymmetry = 64;

    [Theory]
    [InlineData("POSCAR", "f.vasp")]
    [InlineData("CIF", "f.cif")]
    [InlineData("magnetic CIF", "f.mcif")]
    [InlineData("XYZ", "f.xyz")]
    [InlineData("extended XYZ", "f.extxyz")]
    [InlineData("SDF", "f.sdf")]
    [InlineData("pymatgen JSON", "f.json")]
    [InlineData("pymatgen JSON lines", "f.jsonl")]
    public void BrokenFilesAreReadOrRefused(string reader, string file)
    {
        byte[][] valid = [.. ValidTexts.Of(reader).Select(Encoding.Latin1.GetBytes)];
        Assert.All(valid, bytes => Assert.All(
            StructureFile.Read(file, Encoding.Latin1.GetString(bytes)), reading => Assert.True(reading.Structure is not null, reading.Failure?.ToString())));
        Mutants.Read(reader, valid, bytes =>
        {
            foreach (StructureReading reading in StructureFile.Read(file, Encoding.Latin1.GetString(bytes)))
            {
                Assert.True(reading.Structure is null != reading.Failure is null);
                if (reading.Structure is { } structure) Use(structure);
            }
        });
    }

    private static void Use(Structure structure)
    {
        Assert.NotEmpty(structure.Composition.ReducedFormula);
        double atomsInReach = structure.Lattice is { } lattice ? 4 * Math.PI / 3 * Math.Pow(Cutoff, 3) / lattice.Volume : 1;
        if (structure.Sites.Length * structure.Sites.Length * atomsInReach < MostEdges) Assert.All(NeighbourList.Within(structure, Cutoff).Distance, d => Assert.True(d <= Cutoff + 1e-6));
        if (structure.Lattice is null) return;
        Assert.True(double.IsFinite(structure.Density!.Value));
        if (structure.Sites.Length > MostSitesOfSymmetry) return;
        Assert.InRange(structure.Primitive().Sites.Length, 1, structure.Sites.Length);
        Assert.True(CrystalSymmetry.Find(structure).Standardize().Conventional.Sites.Length > 0);
        Assert.True(MagneticOrder.Of(structure) is not { } order || order.NetMoment.IsFinite);
    }
}
