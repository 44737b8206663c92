using System.IO.Compression;
using System.Text;
using Lodestone.Testing;

namespace Lodestone.Data.Tests.Sources;

public sealed class JsonTableTests : IDisposable
{
    private const string Iron = """{"@module": "pymatgen.core.structure", "lattice": {"matrix": [[3, 0, 0], [0, 3, 0], [0, 0, 3]]}, "sites": [{"species": [{"element": "Fe", "occu": 1}], "abc": [0, 0, 0]}]}""";
    private static readonly string Cobalt = Iron.Replace("Fe", "Co");
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Tables => new(
        $$"""{"index": ["a", "b"], "columns": ["structure", "last phdos peak"], "data": [[{{Iron}}, 98.5], [{{Cobalt}}, NaN]]}""",
        $$"""{ "columns":["structure","last phdos peak"],"index":["a","b"],"data":[[{{Iron}},98.5],[{{Cobalt}},null]]}""",
        $$"""[{"id": "a", "structure": {{Iron}}, "last phdos peak": 98.5}, {"id": "b", "structure": {{Cobalt}}, "last phdos peak": null}]""",
        $$"""{"structure": {"a": {{Iron}}, "b": {{Cobalt}} }, "last phdos peak": {"a": 98.5, "b": null} }""",
        $$"""{"last phdos peak": [98.5, null], "material_id": ["a", "b"], "structure": [{{Iron}}, {{Cobalt}}]}""",
        $$"""{"schema": {"fields": []}, "data": [{"id": "a", "structure": {{Iron}}, "last phdos peak": 98.5}, {"id": "b", "structure": {{Cobalt}} }]}""",
        $$"""{"index": [0, 1], "columns": ["material_id", "structure", "last phdos peak"], "data": [["a", {{Iron}}, 98.5], ["b", {{Cobalt}}, null]]}""");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Tables))]
    public void Structures_and_targets_are_read_from_the_forms_of_pandas(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string plain = _folder.File("t.json"), packed = _folder.File("t.json.gz");
        File.WriteAllBytes(plain, bytes);
        using (var gzip = new GZipStream(File.Create(packed), CompressionLevel.Fastest)) gzip.Write(bytes);
        foreach (MaterialSource source in (MaterialSource[])[
            MaterialSource.Open(plain), MaterialSource.Open(packed), MaterialSource.Open(["-"], () => new MemoryStream(bytes))])
        {
            MaterialReading[] rows = [.. source.Read()];
            Assert.Equal(["a", "b"], rows.Select(row => row.Id));
            Assert.Equal(["Fe", "Co"], rows.Select(row => row.Formula));
            Assert.Equal(["98.5", null], rows.Select(row => row.Material!.Properties.GetValueOrDefault("last phdos peak")));
            Assert.All(rows, row => Assert.Single(row.Material!.Structure!.Sites));
        }
    }

    [Theory]
    [InlineData("""{"index": [0, 1], "columns": ["composition", "gap expt"], "data": [["NaN", 0.5], ["CuSO4", true]]}""")]
    [InlineData("""{"composition": {"0": "NaN", "1": "CuSO4"}, "gap expt": {"0": 0.5, "1": true}}""")]
    public void Formulas_and_targets_too(string text)
    {
        MaterialReading[] rows = [.. MaterialSource.Open(_folder.Write("t.json", text)).Read()];
        Assert.Equal(["0", "1"], rows.Select(row => row.Id));
        Assert.Equal(["NaN", "CuSO4"], rows.Select(row => row.Material!.Properties["composition"]));
        Assert.Equal(["0.5", "true"], rows.Select(row => row.Material!.Properties["gap expt"]));
    }

    [Fact]
    public void Records_of_formulas_are_read_as_array_and_as_lines()
    {
        const string first = """{"id": "a", "formula": "Fe2O3", "gap": 2.1, "list": [1, null], "nested": {"x": 1}}""", second = """{"id": "b", "formula": "NiO", "gap": "4 eV"}""";
        foreach (string path in (string[])[_folder.Write("t.json", $"[{first},\n{second}]"), _folder.Write("t.jsonl", $"{first}\n{second}\n"), _folder.Write("l.json", $"{first}\n{second}\n")])
        {
            Material[] rows = [.. MaterialSource.Open(path).Read().Select(row => row.Material!)];
            Assert.Equal(["a", "b"], rows.Select(row => row.Id));
            Assert.Equal(["2.1", "4 eV"], rows.Select(row => row.Properties["gap"]));
            Assert.Equal("[1, null]", rows[0].Properties["list"]);
            Assert.False(rows[0].Properties.ContainsKey("nested"));
        }
    }

    [Fact]
    public void A_structure_alone_and_arrays_of_them_keep_their_names()
    {
        Assert.Equal(["one"], Ids(_folder.Write("one.json", Iron)));
        Assert.Equal(["one"], Ids(_folder.Write("one.json", $"[{Iron}]")));
        Assert.Equal(["two-1", "two-2"], Ids(_folder.Write("two.json", $"[{Iron}, {Cobalt}]")));
        Assert.Equal(["one"], Ids(_folder.Write("one.json", $$"""{"structure": {{Iron}}, "properties": {"gap": 1} }""")));
    }

    [Fact]
    public void Bad_rows_keep_their_place()
    {
        string text = $$"""{"index": [7, 8, 9, 10], "columns": ["structure", "y"], "data": [[{{Iron}}, 1], [{"sites": 1}, 2], [3], [{{Cobalt}}, 4]]}""";
        MaterialReading[] rows = [.. MaterialSource.Open(_folder.Write("t.json", text)).Read()];
        Assert.Equal(["7", "8", "9", "10"], rows.Select(row => row.Id));
        Assert.Equal([true, false, false, true], rows.Select(row => row.Material is not null));
        Assert.Contains("1 values", rows[2].Failure!.Reason);
    }

    [Fact]
    public void A_cut_table_keeps_the_rows_before()
    {
        string text = $$"""{"index": ["a", "b"], "columns": ["structure", "y"], "data": [[{{Iron}}, 1], [{{Cobalt[..50]}}""";
        MaterialReading[] rows = [.. MaterialSource.Open(_folder.Write("t.json", text)).Read()];
        Assert.Equal(["Fe", null], rows.Select(row => row.Formula));
        Assert.Contains("cut short", rows[1].Failure!.Reason);
    }

    [Theory]
    [InlineData("""{"index": [0], "data": [["Fe", 1]]}""", "'columns'")]
    [InlineData("""{"columns": ["formula"], "data": []}""", "no row")]
    [InlineData("""{"columns": ["x"], "data": [[1]]}""", "'formula'")]
    [InlineData("[]", "no structure")]
    [InlineData("""{"columns": 1}""", "'['")]
    public void Tables_that_cannot_be_read_say_why(string text, string reason) =>
        Assert.Contains(reason, Assert.Single(MaterialSource.Open(_folder.Write("t.json", text)).Read()).Failure!.Reason);

    [Fact]
    [Trait("Category", "Slow")]
    public void Matbench_phonons_is_read_in_task_order_with_its_folds()
    {
        MaterialReading[] rows = [.. MaterialSource.Open(SharedData.Require("crystals", "matbench_phonons.json.gz")).Read()];
        Assert.Equal(Enumerable.Range(0, 1265).Select(i => $"{i}"), rows.Select(row => row.Id));
        Assert.All(rows, row => Assert.NotNull(row.Material?.Structure));
        Assert.Equal("98.58577122703691", rows[0].Material!.Properties["last phdos peak"]);
        Assert.Equal("1038.5856965893518", rows[^1].Material!.Properties["last phdos peak"]);
        Assert.Equal([253, 253, 253, 253, 253], Data.Splits.Folds.Random(rows.Length, 5, 18012019).Select(fold => fold.Test.Length));
    }

    private static IEnumerable<string> Ids(string path) => MaterialSource.Open(path).Read().Select(row => row.Material is null ? row.Failure!.Reason : row.Id);
}
