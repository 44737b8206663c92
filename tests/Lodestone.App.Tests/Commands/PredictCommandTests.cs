using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

[Collection(CommandLineCollection.Name)]
public sealed class PredictCommandTests(TinyModel tiny) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Standard_output_has_one_row_an_input_in_order_and_nothing_else()
    {
        ProcessResult result = Run(tiny.Table);
        string[] expected = [.. Regex.Matches(File.ReadAllText(tiny.Table), "^([^,\n]+),(?:train|val|test),", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.StartsWith("id,formula,source,status,message,magnetization_uB_A3,magnetization_uB_A3_std,magnetization_uB_A3_lo,magnetization_uB_A3_hi,e_above", result.Lines[0]);
        Assert.Equal(150, expected.Length);
        Assert.Equal(expected, result.Lines.Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void Every_format_holds_the_same_rows()
    {
        foreach (string file in new[] { "out.csv", "out.jsonl", "out.parquet" })
            Assert.Equal(ExitCode.Done, Run(TinyModel.Crystals, "-o", file, "--quiet").ExitCode);

        string[] csv = File.ReadAllLines(_folder.File("out.csv"));
        JsonElement[] lines = [.. File.ReadLines(_folder.File("out.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(
            csv.Skip(1).Select(line => double.Parse(line.Split(',')[5], CultureInfo.InvariantCulture)),
            lines.Select(line => line.GetProperty(TinyModel.Magnetization).GetDouble()));
        ProcessResult info = LodestoneProcess.Run(_folder.Path, "data", "info", "out.parquet", "--json");
        Assert.Equal(50, JsonDocument.Parse(info.Output).RootElement.GetProperty("entries").GetInt32());
    }

    [Fact]
    public void A_failed_row_has_its_reason_and_no_numbers()
    {
        ProcessResult result = LodestoneProcess.RunWithInput("formula\nFe2O3\nNaN\nXx2\n", _folder.Path, "predict", "-", "-m", tiny.Model);

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Equal(4, result.Lines.Length);
        Assert.All(result.Lines.Skip(1), line => Assert.Matches(",failed,.+,,,,,,,,$", line));
        Assert.Contains(",NaN,", result.Lines[2]);
    }

    [Fact]
    public void A_reader_that_leaves_early_is_no_error()
    {
        string sources = string.Join(' ', Enumerable.Repeat($"'{tiny.Table}'", 20));
        ProcessResult result = LodestoneProcess.Shell(_folder.Path, $"lodestone predict {sources} -m '{tiny.Model}' | head -1; echo ${{PIPESTATUS[0]}}");

        Assert.Equal("0", result.Lines[^1]);
        Assert.DoesNotContain("error", result.Errors);
    }

    [Fact]
    public void A_full_disk_is_told()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full on this machine.");
        ProcessResult result = LodestoneProcess.Shell(_folder.Path, $"lodestone predict '{TinyModel.Crystals}' -m '{tiny.Model}' > /dev/full");

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains("No space left on device", result.Errors);
    }

    [Fact]
    public void An_interrupt_ends_with_130_and_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send.");
        string[] sources = [.. Enumerable.Repeat(tiny.Table, 5000)];
        using Process process = LodestoneProcess.Start(_folder.Path, ["predict", .. sources, "-m", tiny.Model, "-o", "out.csv"]);
        while (!Directory.EnumerateFiles(_folder.Path).Any()) Thread.Sleep(20);
        LodestoneProcess.Interrupt(process);

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private ProcessResult Run(string source, params string[] more) =>
        LodestoneProcess.Run(_folder.Path, ["predict", source, "-m", tiny.Model, .. more]);
}
