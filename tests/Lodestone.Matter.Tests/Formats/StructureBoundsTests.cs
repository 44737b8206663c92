using Lodestone.Matter.Formats;
using Lodestone.Matter.Geometry;
using Lodestone.Testing;

namespace Lodestone.Matter.Tests.Formats;

/// <summary>What is no crystal is one failed reading with a sentence, in every format.</summary>
public sealed class StructureBoundsTests
{
    private const string Poscar = "x\n1\nEDGE 0 0\n0 4 0\n0 0 4\nFe O\n1 1\nDirect\n0 0 0\n0.5 0.5 ZZ\n";
    private const string Cartesian = "x\n1\nEDGE 0 0\n0 4 0\n0 0 4\nFe O\n1 1\nCartesian\n0 0 0\n2 2 ZZ\n";
    private const string Cif = "data_x\n_cell_length_a EDGE\n_cell_length_b 4\n_cell_length_c 4\n_symmetry_space_group_name_H-M 'P 1'\nloop_\n_atom_site_label\n"
        + "_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nFe 0 0 0\nO 0.5 0.5 ZZ\n";
    private const string Xyz = "2\nLattice=\"EDGE 0 0 0 4 0 0 0 4\"\nFe 0 0 0\nO 2 2 ZZ\n";
    private const string Json = """{"lattice":{"matrix":[[EDGE,0,0],[0,4,0],[0,0,4]]},"sites":[{"species":[{"element":"Fe"}],"abc":[0,0,0]},{"species":[{"element":"O"}],"abc":[0.5,0.5,ZZ]}]}""";
    private const string Parameters = """{"lattice":{"a":EDGE,"b":4,"c":4,"alpha":90,"beta":90,"gamma":90},"sites":[{"species":[{"element":"Fe"}],"xyz":[0,0,0]},{"species":[{"element":"O"}],"xyz":[2,2,ZZ]}]}""";

    [Theory]
    [InlineData("f.vasp", Poscar)]
    [InlineData("f.vasp", Cartesian)]
    [InlineData("f.cif", Cif)]
    [InlineData("f.xyz", Xyz)]
    [InlineData("f.json", Json)]
    [InlineData("f.json", Parameters)]
    public void NoCrystalIsReadBeyondTheBounds(string file, string text)
    {
        Structure Good(string edge, string at) => Read(file, text, edge, at).Structure ?? throw new InvalidOperationException(Read(file, text, edge, at).Failure!.Reason);
        string Bad(string edge, string at) => Read(file, text, edge, at).Failure!.Reason;

        Assert.Equal(2, Good("4", "0.5").Sites.Length);
        Assert.Equal(2, Good("90000", "3.5").Sites.Length);
        Assert.Equal(2, Good("4", "-20000.5").Sites.Length);
        Assert.Contains("more than the 100000 Å", Bad("1e30", "0.5"));
        Assert.Contains("repeats after 1E-30 Å", Bad("1e-30", "0.5"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("away from the origin", Bad("4", "1e308"));
        Assert.Contains("away from the origin", Bad("4", "2147483648"));
    }

    [Theory]
    [InlineData("f.xyz", "2\n\nC 0 0 0\nC 0 0 ZZ\n", 4)]
    [InlineData("f.json", """{"sites":[{"species":[{"element":"C"}],"xyz":[0,0,ZZ]}]}""", null)]
    [InlineData("f.cif", "data_x\nloop_\n_atom_site_label\n_atom_site_Cartn_x\n_atom_site_Cartn_y\n_atom_site_Cartn_z\nC1 0 0 ZZ\n", 7)]
    [InlineData("f.sdf", "m\n\n\n  0  0  0     0  0            999 V3000\nM  V30 BEGIN ATOM\nM  V30 1 C 0 0 ZZ 0\nM  V30 END ATOM\nM  END\n", 6)]
    public void NoMoleculeIsReadBeyondTheBounds(string file, string text, int? line)
    {
        Assert.NotNull(Read(file, text, "", "-9999.5").Structure);
        ReadFailure failure = Read(file, text, "", "1e15").Failure!;
        Assert.Contains("1E+15 Å away from the origin", failure.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(line, failure.Line);
    }

    [Theory]
    [InlineData("f.xyz", "1\nProperties=species:S:1:pos:R:3:magmoms:R:1\nC 0 0 0 ZZ\n")]
    [InlineData("f.json", """{"sites":[{"species":[{"element":"C"}],"xyz":[0,0,0],"properties":{"magmom":ZZ}}]}""")]
    [InlineData("f.cif", Cif + "loop_\n_atom_site_moment_label\n_atom_site_moment_crystalaxis_x\n_atom_site_moment_crystalaxis_y\n_atom_site_moment_crystalaxis_z\nFe 0 0 ZZ\n")]
    public void NoAtomHasAMomentBeyondTheBounds(string file, string text)
    {
        Assert.Equal(new Vector3D(0, 0, 5), Read(file, text, "4", "5").Structure!.Sites[0].Moment);
        Assert.Contains("larger than that of any atom", Read(file, text.Replace("0.5 0.5 ZZ", "0.5 0.5 0.5"), "4", "1e200").Failure!.Reason);
    }

    [Fact]
    public void ACellHasRoomForItsAtoms() =>
        Assert.Contains("0.064 Å³ is too small for its 1 atoms", Read("f.xyz", "1\nLattice=\"0.4 0 0 0 0.4 0 0 0 0.4\"\nC 0 0 0\n", "", "").Failure!.Reason);

    [Fact]
    public void ASkewedCellIsJudgedByItsShortestPeriod()
    {
        Assert.NotNull(Read("f.xyz", "1\nLattice=\"4 0 0 4000 4 0 0 0 4\"\nC 0 0 0\n", "", "").Structure);
        Assert.Contains("repeats after 0.01 Å", Read("f.xyz", "1\nLattice=\"4 0 0 4 0.01 0 0 0 40000\"\nC 0 0 0\n", "", "").Failure!.Reason);
        Assert.Contains("too flat or too skewed", Read("f.xyz", "1\nLattice=\"1 0 0 90000 1 0 0 900 1\"\nC 0 0 0\n", "", "").Failure!.Reason);
    }

    [Theory]
    [InlineData("coordinate-1e308.cif", "cells away from the origin", 16)]
    [InlineData("coordinate-2147483648.cif", "cells away from the origin", 16)]
    [InlineData("cell-1e30.cif", "1E+30 Å long", 7)]
    [InlineData("cell-1e-30.cif", "repeats after 1E-30 Å", 7)]
    public void BrokenFilesAreOneFailureEach(string file, string reason, int line)
    {
        ReadFailure failure = Assert.Single(StructureFile.Read(SharedCases.Require("broken", file))).Failure!;
        Assert.Contains(reason, failure.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(line, failure.Line);
    }

    private static StructureReading Read(string file, string text, string edge, string at) =>
        Assert.Single(StructureFile.Read(file, text.Replace("EDGE", edge).Replace("ZZ", at)));
}
