using System.Text.Json;
using Lodestone.Matter;
using Lodestone.Matter.Formats;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

public sealed class DataCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_conversion_to_a_table_and_on_keeps_every_crystal()
    {
        Assert.Equal(ExitCode.Done, Run("convert", TinyModel.Crystals, "-o", "all.csv").ExitCode);
        Assert.Equal(ExitCode.Done, Run("convert", "all.csv", "-o", "all.extxyz").ExitCode);
        JsonElement before = Info(TinyModel.Crystals), after = Info("all.extxyz");

        Assert.Equal(50, after.GetProperty("structures").GetInt32());
        Assert.Equal(before.GetProperty("elements").ToString(), after.GetProperty("elements").ToString());
        Assert.Equal(before.GetProperty("atoms").ToString(), after.GetProperty("atoms").ToString());
    }

    [Theory]
    [InlineData("formula")]
    [InlineData("chemsys")]
    [InlineData("random")]
    public void A_split_deals_out_every_row_once(string by)
    {
        string rows = string.Concat(Enumerable.Range(1, 100).Select(i => $"Fe{i}O{(i * 7 % 10) + 1}\n"));
        string table = _folder.Write("formulas.csv", "formula\n" + rows);
        Assert.Equal(ExitCode.Done, Run("split", table, "--by", by, "-o", "parts").ExitCode);

        string[] dealt = [.. new[] { "train", "val", "test" }.SelectMany(part => File.ReadLines(_folder.File("parts", $"{part}.csv")).Skip(1))];
        Assert.Equal(100, dealt.Distinct().Count());
    }

    [Fact]
    public void A_split_by_a_column_keeps_its_parts()
    {
        string table = _folder.Write("formulas.csv", "formula,part\nFe,test\nCo,train\nNi,val\nMn,test\n");
        Assert.Equal(ExitCode.Done, Run("split", table, "--by", "column", "--column", "part", "-o", "parts").ExitCode);

        Assert.Equal(["Fe", "Mn"], File.ReadLines(_folder.File("parts", "test.csv")).Skip(1).Select(line => line.Split(',')[1]));
        Assert.Contains("'split'", Run("split", table, "--by", "column", "-o", "other").Errors);
    }

    [Fact]
    public void A_summary_names_what_could_not_be_read()
    {
        _folder.Write("in/empty.cif", "");
        File.Copy(Path.Combine(TinyModel.Crystals, "Fe.cif"), _folder.File("in", "Fe.cif"));
        ProcessResult result = Run("info", "in");

        Assert.Equal(ExitCode.Partial, result.ExitCode);
        Assert.Contains("Unreadable", result.Output);
        Assert.Contains("in/empty.cif", result.Errors);
    }

    [Fact]
    public void Descriptors_are_listed_with_unit_and_source()
    {
        JsonElement sets = JsonDocument.Parse(Run("descriptors", "--json").Output).RootElement;
        Assert.Contains(sets.EnumerateArray(), set => set.GetProperty("set").GetString() == "structure" && set.GetProperty("reads").GetString() == "structure");
        JsonElement joined = JsonDocument.Parse(Run("descriptors", "magnetic+structure", "--json").Output).RootElement;
        Assert.Contains(joined.EnumerateArray(), d => d.GetProperty("name").GetString() == "mass_density_g_cm3" && d.GetProperty("unit").GetString() == "g/cm³");
        Assert.Contains("npj Comput. Mater.", Run("descriptors", "composition").Output);

        ProcessResult unknown = Run("descriptors", "nonsense");
        Assert.Equal(ExitCode.Unusable, unknown.ExitCode);
        Assert.Contains("composition, magnetic", unknown.Errors);
    }

    [Theory]
    [InlineData("d.csv")]
    [InlineData("d.parquet")]
    public void A_table_of_descriptors_can_be_read_again(string name)
    {
        Assert.Equal(ExitCode.Done, Run("convert", TinyModel.Crystals, "--descriptors", "magnetic+structure", "-o", name).ExitCode);
        JsonElement properties = Info(name).GetProperty("properties");
        Assert.Equal(50, properties.GetProperty("mass_density_g_cm3").GetProperty("n").GetInt32());
        Assert.InRange(properties.GetProperty("space_group_number").GetProperty("max").GetDouble(), 221, 230);
    }

    // Rock salt in its primitive cell, turned.
    [Theory]
    [InlineData("conventional", 8, 5.6426)]
    [InlineData("primitive", 2, 3.99)]
    [InlineData("niggli", 2, 3.99)]
    public void Crystals_are_written_in_another_cell(string cell, int sites, double a)
    {
        _folder.Write("salt.vasp", "salt\n3.99\n0 0 1\n0 0.8660254037844386 0.5\n0.816496580927726 0.2886751345948129 0.5\nNa Cl\n1 1\nDirect\n0.1 0.1 0.1\n0.6 0.6 0.6\n");
        Assert.Equal(ExitCode.Done, Run("convert", "salt.vasp", "--cell", cell, "-o", "out.cif").ExitCode);
        Assert.Equal(ExitCode.Done, Run("convert", "out.cif", "--cell", cell, "-o", "again.cif").ExitCode);
        Structure written = StructureFile.Read(_folder.File("out.cif")).Single().Structure!, again = StructureFile.Read(_folder.File("again.cif")).Single().Structure!;

        Assert.Equal(sites, written.Sites.Length);
        Assert.Equal(a, written.Lattice!.Lengths.A, 1e-3);
        Assert.Equal(written.Lattice.Lengths.C, again.Lattice!.Lengths.C, 1e-9);
        Assert.All(written.Sites.Zip(again.Sites), pair => Assert.True((pair.First.Cartesian - pair.Second.Cartesian).Length < 1e-6));
        Assert.Equal(ExitCode.Unusable, Run("convert", "salt.vasp", "--cell", "cubic", "-o", "out.cif").ExitCode);
    }

    // The values of sites do not fit the sites of another cell; a formula has no cell.
    [Fact]
    public void Values_of_sites_are_left_out_of_another_cell()
    {
        _folder.Write("iron.extxyz", "2\nLattice=\"2.8 0 0 0 2.8 0 0 0 2.8\" Properties=species:S:1:pos:R:3 id=iron moments=\"[2.2, 2.1]\" gap=0\nFe 0 0 0\nFe 1.4 1.4 1.4\n");
        Assert.Equal(ExitCode.Done, Run("convert", "iron.extxyz", "--cell", "primitive", "-o", "iron.csv").ExitCode);
        string[] lines = File.ReadAllLines(_folder.File("iron.csv"));
        Assert.Contains("gap", lines[0]);
        Assert.DoesNotContain("moments", lines[0]);
    }

    [Fact]
    public void What_cannot_be_described_is_left_out_and_named()
    {
        string table = _folder.Write("formulas.csv", "formula,magnetic_fraction\nFe,1\n");
        ProcessResult without = Run("convert", table, "--descriptors", "structure", "-o", "d.csv");
        Assert.Equal(ExitCode.Unusable, without.ExitCode);
        Assert.Contains("no structure", without.Errors);
        Assert.Contains("table", Run("convert", table, "--descriptors", "magnetic", "-o", "d.cif").Errors);
        Assert.Contains("'magnetic_fraction' is also a property", Run("convert", table, "--descriptors", "magnetic", "-o", "d.csv").Errors);
    }

    public void Dispose() => _folder.Dispose();

    private ProcessResult Run(params string[] arguments) => LodestoneProcess.Run(_folder.Path, ["data", .. arguments]);

    private JsonElement Info(string source) => JsonDocument.Parse(Run("info", source, "--json").Output).RootElement;
}
