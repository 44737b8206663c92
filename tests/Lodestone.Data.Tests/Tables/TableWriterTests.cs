using System.Text.Json;
using CsCheck;
using Lodestone.Data.Tables;
using Lodestone.Matter;
using Lodestone.Testing;

namespace Lodestone.Data.Tests.Tables;

public sealed class TableWriterTests : IDisposable
{
    private static readonly TableColumn[] Columns = [TableColumn.Text("id"), TableColumn.Text("formula"), TableColumn.Number("x"), TableColumn.Text("note")];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_csv_has_quotes_where_needed_and_empty_cells_where_missing()
    {
        string path = WriteSome("t.csv");
        Assert.Equal("id,formula,x,note\na,Fe,0.1,\"one, \"\"two\"\"\nthree\"\nb,NaN,,\n", File.ReadAllText(path));
    }

    [Fact]
    public void Json_lines_have_null_where_missing()
    {
        string[] lines = File.ReadAllLines(WriteSome("t.jsonl"));
        Assert.Equal("{\"id\":\"b\",\"formula\":\"NaN\",\"x\":null,\"note\":null}", lines[1]);
        Assert.Equal(0.1, JsonDocument.Parse(lines[0]).RootElement.GetProperty("x").GetDouble());
    }

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.csv.gz")]
    [InlineData("t.tsv")]
    [InlineData("t.parquet")]
    public void What_is_written_can_be_read(string name)
    {
        MaterialReading[] rows = [.. MaterialSource.Open(WriteSome(name)).Read()];
        Assert.Equal(["a", "b"], rows.Select(row => row.Id));
        Assert.Equal(["Fe", "NaN"], rows.Select(row => row.Material!.Properties["formula"]));
        Assert.Equal([0.1, null], rows.Select(row => row.Material!.Number("x")));
        Assert.Equal("one, \"two\"\nthree", rows[0].Material!.Properties["note"]);
        Assert.False(rows[1].Material!.Properties.ContainsKey("note"));
    }

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.parquet")]
    [InlineData("t.tsv.gz")]
    public void Numbers_come_back_bit_by_bit(string name) => Gen.Double.Where(double.IsFinite).Array[1, 40].Sample(values =>
    {
        string path = _folder.File(name);
        using (TableWriter table = TableWriter.Create(path, TableColumn.Text("formula"), TableColumn.Number("x")))
        {
            foreach (double value in values) table.Write("Fe", value);
            table.Commit();
        }
        Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits),
            MaterialSource.Open(path).Read().Select(row => BitConverter.DoubleToInt64Bits(row.Material!.Number("x")!.Value)));
    }, iter: 20, threads: 1);

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.jsonl.gz")]
    [InlineData("t.parquet")]
    public void Without_a_commit_nothing_is_left(string name)
    {
        using (TableWriter table = TableWriter.Create(_folder.File(name), Columns))
            for (int i = 0; i < 20_000; i++) table.Write($"m{i}", "Fe", i, Cell.Missing);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Many_row_groups_keep_the_order()
    {
        string path = _folder.File("t.parquet");
        using (TableWriter table = TableWriter.Create(path, TableColumn.Text("id"), TableColumn.Text("formula")))
        {
            for (int i = 0; i < 70_000; i++) table.Write($"m{i}", "Fe");
            table.Commit();
        }
        Assert.Equal(Enumerable.Range(0, 70_000).Select(i => $"m{i}"), MaterialSource.Open(path).Read().Select(row => row.Id));
    }

    [Fact]
    public void A_wrong_row_is_refused()
    {
        using TableWriter table = TableWriter.Create(_folder.File("t.csv"), Columns);
        Assert.Throws<ArgumentException>(() => table.Write("a"));
        Assert.Throws<ArgumentException>(() => table.Write("a", "b", "c", "d"));
        Assert.Throws<ArgumentException>(() => table.Write("a", "b", double.NaN, "d"));
    }

    [Fact]
    public void An_unknown_ending_is_refused() => Assert.Throws<InputException>(() => TableWriter.Create(_folder.File("t.xlsx"), Columns));

    private string WriteSome(string name)
    {
        string path = _folder.File(name);
        using TableWriter table = TableWriter.Create(path, Columns);
        table.Write("a", "Fe", 0.1, "one, \"two\"\nthree");
        table.Write("b", "NaN", Cell.Missing, Cell.Missing);
        table.Commit();
        return path;
    }
}
