using System.Text;
using Lodestone.Testing;

namespace Lodestone.Data.Tests.Sources;

public sealed class TextTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_may_be_Windows_1252_or_UTF_16()
    {
        const string text = "id,formula,moment_µB,note\na,CuSO4·5H2O,1.0,“x” 5 €\nb,Fe2O3,5.0,\n";
        foreach (byte[] bytes in (byte[][])[
            CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text), Encoding.UTF8.GetBytes(text),
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)], [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)]])
        {
            string path = _folder.File("t.csv");
            File.WriteAllBytes(path, bytes);
            foreach (MaterialSource source in (MaterialSource[])[MaterialSource.Open(path), MaterialSource.Open(["-"], () => new MemoryStream(bytes))])
            {
                Material[] rows = [.. source.Read().Select(row => row.Material!)];
                Assert.Equal("1.0", rows[0].Properties["moment_µB"]);
                Assert.Equal("“x” 5 €", rows[0].Properties["note"]);
                Assert.Equal("CuSO4·5H2O", rows[0].Properties["formula"]);
                Assert.Equal(10, rows[0].Composition[Matter.Element.Parse("H")]);
            }
        }
    }

    [Theory]
    [InlineData("t.csv", ";")]
    [InlineData("t.tsv", "\t")]
    public void Decimal_commas_are_read_and_said(string name, string separator)
    {
        string text = "id;formula;gap;note\nm0;LiF;2,28;a\nm1,5;NaCl;-1,110;1,2,3\nm2;Li0.5CoO2;1,5e-3;x,5\nm3;MgO;1,56(5);\nm4;CaO;7;\n".Replace(";", separator);
        MaterialReading[] rows = [.. MaterialSource.Open(_folder.Write(name, text)).Read()];
        Assert.Equal(["2.28", "-1.110", "1.5e-3", "1.56(5)", "7"], rows.Select(row => row.Material!.Properties["gap"]));
        Assert.Equal(["m0", "m1,5", "m2", "m3", "m4"], rows.Select(row => row.Id));
        Assert.Equal(["a", "1,2,3", "x,5"], rows[..3].Select(row => row.Material!.Properties["note"]));
        Assert.All(rows, row => Assert.Contains("'2,28' was read as 2.28", row.Note));
    }

    [Theory]
    [InlineData("id;formula;a;b\nm0;LiF;2,28;1.5\n", "2,28")]
    [InlineData("id;formula;a;b\nm0;LiF;1,234;\nm1;LiF;5,678;\n", "1,234")]
    [InlineData("id,formula,a,b\nm0,LiF,\"2,28\",\n", "2,28")]
    public void Commas_that_may_mean_something_else_stay(string text, string expected)
    {
        MaterialReading row = MaterialSource.Open(_folder.Write("t.csv", text)).Read().First();
        Assert.Equal(expected, row.Material!.Properties["a"]);
        Assert.Null(row.Note);
    }

    [Fact]
    public void A_name_may_hold_a_comma()
    {
        Material row = MaterialSource.Open(_folder.Write("t.csv", "id,formula,\"E, eV\",\"a \"\"b\"\"\"\nm0,LiF,1.5,2\n")).Read().Single().Material!;
        Assert.Equal("1.5", row.Properties["E, eV"]);
        Assert.Equal("2", row.Properties["a \"b\""]);
    }

    [Fact]
    public void Labels_have_decimal_commas_too()
    {
        LabelTable labels = LabelTable.Read(_folder.Write("l.csv", "id;gap\nm0;2,28\n"));
        var reading = new MaterialReading("m0", "LiF", "x", new Material("m0", Matter.Composition.Parse("LiF"), null), null);
        Assert.Equal("2.28", labels.Label(reading).Material!.Properties["gap"]);
        Assert.Contains("2,28", labels.Note);
    }
}
