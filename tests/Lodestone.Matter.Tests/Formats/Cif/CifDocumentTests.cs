using CsCheck;
using Lodestone.Matter.Formats.Cif;

namespace Lodestone.Matter.Tests.Formats.Cif;

public sealed class CifDocumentTests
{
    private static CifBlock Block(string text) => CifDocument.Parse(text).Blocks[0];

    private static string Value(string text, string tag = "_a") => Block(text).Column(tag)[0].ToString();

    [Theory]
    [InlineData("data_x _a 1", "1")]
    [InlineData("data_x _a 'it's one'", "it's one")]
    [InlineData("data_x _a \"with \"\"\"", "with \"\"")]
    [InlineData("data_x _a ''", "")]
    [InlineData("data_x\n_a\n;line 1\nline 2\n;\n_b 2", "line 1\nline 2")]
    [InlineData("data_x\r\n_a\r\n;line 1\r\nline 2\r\n;\r\n", "line 1\r\nline 2")]
    [InlineData("data_x\n_a\n;\n;\n", "")]
    [InlineData("data_x\n_a\n; a ; b\n ; c\n;\n", " a ; b\n ; c")]
    [InlineData("data_x _a b#c # comment", "b#c")]
    [InlineData("data_x _a a;b", "a;b")]
    [InlineData("\uFEFFdata_x _a 1", "1")]
    [InlineData("data_x\r_a\r1\r", "1")]
    [InlineData("DATA_x\n_A 1", "1")]
    [InlineData("data_x _a data", "data")]
    [InlineData("data_x _a Ångström\u0001", "Ångström")]
    [InlineData("data_x _a [12]", "[12]")]
    [InlineData("#\\#CIF_2.0\ndata_x _a [1 [2 ']']\n3] _b 1", "[1 [2 ']']\n3]")]
    [InlineData("#\\#CIF_2.0\ndata_x _a {'k':[1 2] \"l\":'''}'''}", "{'k':[1 2] \"l\":'''}'''}")]
    [InlineData("#\\#CIF_2.0\ndata_x _a '''a\n'b''' _b 1", "a\n'b")]
    public void A_value(string text, string expected)
    {
        Assert.Equal(expected, Value(text));
        Assert.Empty(Block(text).Faults);
    }

    [Fact]
    public void Loops_items_and_lines()
    {
        CifBlock block = Block("# heading\ndata_first\nloop_\n_a\n_b\n1 2\n3\n4\n_c.d 5\nloop_ _e ? . '?'\n");
        Assert.Equal(("first", 2), (block.Name, block.Line));
        CifColumn b = block.Column("_b");
        Assert.Equal((2, 5), (b.Count, b.Line));
        Assert.Equal(("4", 8), (b[1].ToString(), b[1].Line));
        Assert.Equal("5", block.Column("_C_d")[0].ToString());
        CifColumn e = block.Column("_e");
        Assert.Equal([CifValueKind.Unknown, CifValueKind.Inapplicable, CifValueKind.Quoted], [e[0].Kind, e[1].Kind, e[2].Kind]);
        Assert.False(block.Column("_missing").Exists);
    }

    [Fact]
    public void Blocks_and_save_frames()
    {
        CifDocument document = CifDocument.Parse("data_a _x 1\nsave_inner _x 2\nsave_\n_y 3\ndata_b\n");
        Assert.Equal(["a", "b"], document.Blocks.Select(block => block.Name));
        Assert.Equal("1", document.Blocks[0].Column("_x")[0].ToString());
        Assert.Equal("2", Assert.Single(document.Blocks[0].Frames).Column("_x")[0].ToString());
        Assert.Equal("3", document.Blocks[0].Column("_y")[0].ToString());
        Assert.True(document.Blocks[1].IsEmpty);
    }

    [Theory]
    [InlineData("data_x\nloop_ _a _b\n1 2 3\n", 2, "_a", "multiple")]
    [InlineData("data_x\n_a\n_b 1\n", 2, "_a", "no value")]
    [InlineData("data_x\n_a 'open\n_b 1\n", 2, "_a", "not closed")]
    [InlineData("data_x\n_a 1 2\n", 2, "_a", "no data name")]
    [InlineData("data_x\n_a\n;never\nclosed\n", 3, null, "never closed")]
    [InlineData("#\\#CIF_2.0\ndata_x _a [1 2\n", 2, null, "never closed")]
    [InlineData("#\\#CIF_2.0\ndata_x _a '''1 2\n", 2, null, "never closed")]
    [InlineData("data_x\nloop_\n1 2\n", 2, null, "not followed")]
    [InlineData("_a 1", 1, "data_", "heading")]
    [InlineData("data_x _a 1 stop_", 1, "_a", "stop_")]
    public void A_fault_has_its_line_and_the_name_it_touches(string text, int line, string? tag, string word)
    {
        CifFault fault = Block(text).Faults[0];
        Assert.Equal((line, tag), (fault.Line, fault.Tag));
        Assert.Contains(word, fault.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("   \r\n\t")]
    [InlineData("# only a comment")]
    public void Nothing_gives_no_block(string text) => Assert.Empty(CifDocument.Parse(text).Blocks);

    [Fact]
    public void Any_text_gives_a_document()
    {
        string[] pieces = ["data_", "save_", "loop_", "_a", "'", "\"", ";", "\n", "\r", " ", "[", "]", "{", "'''", "#\\#CIF_2.0\n", "1", "?", "#", "\0", "stop_", "global_"];
        Gen<string> garbage = Gen.Int[0, pieces.Length - 1].Array[0, 40].Select(order => string.Concat(order.Select(i => pieces[i])));
        garbage.Sample(text => CifDocument.Parse(text).Blocks.Count >= 0, iter: 20_000);
    }

    [Theory]
    [InlineData("'")]
    [InlineData("[")]
    [InlineData("'''")]
    [InlineData("\n;")]
    [InlineData("a ")]
    [InlineData("loop_ ")]
    [InlineData("[''' ")]
    public void Hundreds_of_thousands_of_pieces_take_linear_time(string piece)
    {
        foreach (string head in (string[])["data_x _a ", "#\\#CIF_2.0\ndata_x _a [ "])
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            CifDocument.Parse(head + string.Concat(Enumerable.Repeat(piece, 300_000)));
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        }
    }

    [Fact]
    public void A_line_of_a_million_characters()
    {
        string word = new('x', 1_000_000);
        Assert.Equal(word, Value($"data_x _a {word}"));
    }
}
