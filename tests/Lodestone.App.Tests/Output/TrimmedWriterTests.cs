using CsCheck;
using Lodestone.App.Output;
using Spectre.Console;

namespace Lodestone.App.Tests.Output;

public sealed class TrimmedWriterTests
{
    [Fact]
    public void Every_line_loses_the_blanks_at_its_end_and_nothing_else() =>
        Gen.String[Gen.Char["a \n"], 0, 40].Sample(text =>
        {
            var trimmed = new StringWriter();
            new TrimmedWriter(trimmed).Write(text);

            Assert.Equal(string.Join('\n', text.Split('\n').Select(line => line.TrimEnd(' '))), trimmed.ToString());
        });

    [Fact]
    public void A_redirected_table_has_no_padding()
    {
        using var capture = new Capture(seen: false);
        capture.Terminal.Tables.Write(capture.Terminal.CreateTable().AddColumns("long heading", "x").AddRow("a", "").AddRow("b", "c"));

        Assert.Equal(["long heading x", "a", "b            c"], capture.Results);
    }
}
