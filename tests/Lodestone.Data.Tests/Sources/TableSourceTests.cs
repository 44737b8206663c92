using System.IO.Compression;
using System.Text;
using Lodestone.Matter;
using Lodestone.Testing;

namespace Lodestone.Data.Tests.Sources;

public sealed class TableSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_formula_table_gives_compositions_and_properties()
    {
        MaterialReading[] rows = Read(_folder.Write("t.csv", "material_id,formula,gap,note\nm-1,Fe2O3,2.1,\"red, rusty\"\nm-2,NaN,,1e5\n"));
        Assert.Equal(["m-1", "m-2"], rows.Select(row => row.Id));
        Assert.Equal("Fe2O3", rows[0].Material!.Composition.ReducedFormula);
        Assert.Equal(2.1, rows[0].Material!.Number("gap"));
        Assert.Equal("red, rusty", rows[0].Material!.Properties["note"]);
        Assert.Equal(2, rows[1].Material!.Composition.TotalAmount);
        Assert.False(rows[1].Material!.Properties.ContainsKey("gap"));
        Assert.Null(rows[1].Material!.Number("gap"));
        Assert.Equal("1e5", rows[1].Material!.Properties["note"]);
    }

    [Fact]
    public void Without_an_id_column_the_first_column_names_the_rows()
    {
        MaterialReading[] rows = Read(_folder.Write("t.csv", "formula,target\nNaN,1\nNaN,2\n"));
        Assert.Equal(["NaN", "NaN"], rows.Select(row => row.Id));
        Assert.Equal([1.0, 2.0], rows.Select(row => row.Material!.Number("target")!.Value));
    }

    [Theory]
    [InlineData("composition")]
    [InlineData("pretty_formula")]
    [InlineData("pretty_comp")]
    public void Formulas_may_be_in_a_column_of_another_usual_name(string column) =>
        Assert.Equal("Fe2O3", Assert.Single(Read(_folder.Write("t.csv", $"{column},gap\nFe2O3,2.1\n"))).Material!.Composition.Formula);

    [Theory]
    [InlineData("t.tsv", "\t", "\n")]
    [InlineData("t.csv", ",", "\r\n")]
    [InlineData("t.csv", ";", "\n")]
    public void Tabs_semicolons_and_line_ends_are_understood(string name, string separator, string newLine)
    {
        string text = string.Join(newLine, ["id,formula,x", "a,Fe,1", "b,Co,2"]).Replace(",", separator);
        MaterialReading[] rows = Read(_folder.Write(name, text));
        Assert.Equal(["Fe", "Co"], rows.Select(row => row.Formula));
        Assert.Equal(2, rows[1].Material!.Number("x"));
    }

    [Fact]
    public void Bad_rows_keep_their_place_and_name_their_line()
    {
        MaterialReading[] rows = Read(_folder.Write("t.csv", "id,formula,note\na,Fe,\"two\nlines\"\nb,Qq2,\n\nc,,\nd,Ni\ne,Co,\n"));
        Assert.Equal([true, false, false, false, true], rows.Select(row => row.Material is not null));
        Assert.Equal([4, 6, 7], rows.Where(row => row.Failure is not null).Select(row => row.Failure!.Line));
        Assert.Equal("Qq2", rows[1].Formula);
        Assert.Contains("2 cells where the header names 3", rows[3].Failure!.Reason);
    }

    [Fact]
    public void A_table_without_the_needed_column_is_refused_with_its_columns()
    {
        string path = _folder.Write("t.csv", "id,smiles,gap\n1,CCO,2\n");
        var e = Assert.Throws<InputException>(() => MaterialSource.Open(path));
        Assert.Contains("id, smiles, gap", e.Message);
        Assert.Contains("'formula'", e.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,formula,FORMULA\n")]
    public void A_table_without_a_useful_header_is_refused(string text) =>
        Assert.Throws<InputException>(() => MaterialSource.Open(_folder.Write("t.csv", text)));

    [Fact]
    public void A_truncated_gzip_keeps_the_rows_before_and_ends_in_one_failure()
    {
        byte[] packed = Gzip(LongTable(50_000));
        string path = _folder.File("t.csv.gz");
        File.WriteAllBytes(path, packed[..(packed.Length / 2)]);
        MaterialReading[] rows = Read(path);
        Assert.InRange(rows.Length, 20_000, 30_000);
        Assert.All(rows[..^1], row => Assert.Null(row.Failure));
        Assert.Contains("cannot be read", rows[^1].Failure!.Reason);
    }

    [Fact]
    public void The_order_of_a_long_table_is_kept()
    {
        string path = _folder.File("t.csv.gz");
        File.WriteAllBytes(path, Gzip(LongTable(5_000)));
        Assert.Equal(Enumerable.Range(0, 5_000).Select(i => $"m{i}"), Read(path).Select(row => row.Id));
    }

    [Fact]
    public void Several_sources_are_one_stream()
    {
        string a = _folder.Write("a.csv", "formula\nFe\nCo\n"), b = _folder.Write("b.csv", "formula\nNi\n");
        Assert.Equal(["Ni", "Fe", "Co"], MaterialSource.Open(b, a).Read().Select(row => row.Id));
    }

    [Fact]
    public void A_missing_file_is_refused()
    {
        var e = Assert.Throws<InputException>(() => MaterialSource.Open(_folder.File("none.csv")));
        Assert.Contains("none.csv", e.Message);
    }

    [Theory]
    [InlineData("optimade:https://example.org/v1?filter=nelements=2")]
    [InlineData("x.cif.xz")]
    public void What_cannot_be_read_yet_says_so(string source)
    {
        string path = source.StartsWith("optimade", StringComparison.Ordinal) ? source : _folder.Write(source, "?");
        Assert.Throws<InputException>(() => MaterialSource.Open(path));
    }

    [Fact]
    public void A_table_comes_through_standard_input_packed_or_not()
    {
        byte[] plain = Encoding.UTF8.GetBytes("id,formula\na,Fe\nb,Co\n");
        foreach (byte[] bytes in new[] { plain, Gzip(Encoding.UTF8.GetString(plain)) })
            Assert.Equal(["a", "b"], MaterialSource.Open(["-"], () => new MemoryStream(bytes)).Read().Select(row => row.Id));
    }

    private static MaterialReading[] Read(string path) => [.. MaterialSource.Open(path).Read()];

    private static string LongTable(int rows)
    {
        var random = new RandomGenerator(1);
        return "id,formula,x\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"m{i},Fe{i % 7 + 1}O,{random.NextDouble()}\n"));
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
