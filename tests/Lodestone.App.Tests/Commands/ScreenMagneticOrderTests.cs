using System.Text.Json;
using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Models;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

/// <summary>A screen with the shipped models, as a user runs it.</summary>
[Collection(CommandLineCollection.Name)]
public sealed class ScreenMagneticOrderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_default_screen_marks_what_is_probably_antiferromagnetic()
    {
        ProcessResult result = LodestoneProcess.Run(_folder.Path, "screen", TinyModel.Crystals, "--json", "--top", "50");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        string ranking = Path.Combine(_folder.Path, "lodestone-screen", "ranking.csv");
        Assert.EndsWith(
            "has_net_moment,has_net_moment_std,has_net_moment_lo,has_net_moment_hi,"
            + "has_propagation_vector,has_propagation_vector_std,has_propagation_vector_lo,has_propagation_vector_hi,flag,flag_probability",
            File.ReadLines(ranking).First());
        Material[] rows = [.. MaterialSource.Open(ranking).Read(TestContext.Current.CancellationToken).Select(reading => reading.Material!)];
        Assert.Equal(50, rows.Length);
        double share = Math.Round(ModelCatalog.Open("magnetic-order").Description.Targets[0].TrainingShare!.Value, 2);
        foreach (Material row in rows)
        {
            double netMoment = row.Number("has_net_moment")!.Value;
            bool marked = row.Number("magnetization_uB_A3") >= 0.02 && netMoment < share;
            Assert.Equal(marked ? MagneticOrderAdvice.Flag : null, row.Properties.GetValueOrDefault("flag"));
            double with = netMoment / share, without = (1 - netMoment) / (1 - share);
            if (marked) Assert.Equal(without / (with + without), row.Number("flag_probability")!.Value, 1e-12);
        }
        string[] flagged = [.. rows.Where(row => row.Properties.ContainsKey("flag")).Select(row => row.Id)];
        Assert.Contains("MnO", flagged);
        Assert.Contains("NiO", flagged);
        Assert.DoesNotContain("Fe", flagged);
        Assert.DoesNotContain("Co", flagged);
        JsonElement json = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(flagged, json.GetProperty("ranking").EnumerateArray().Where(row => row.TryGetProperty("flag", out _)).Select(row => row.GetProperty("id").GetString()));
        Assert.Contains($"{flagged.Length} of them are marked as probably antiferromagnetic", result.Errors);
        Assert.Contains($"\"antiferromagnets\":{flagged.Length},", File.ReadAllText(Path.Combine(_folder.Path, "lodestone-screen", "report.html")));
    }

    [Fact]
    public void The_marked_rows_can_be_left_out()
    {
        ProcessResult result = LodestoneProcess.Run(
            _folder.Path, "screen", TinyModel.Crystals, "-m", "magnetization-forest", "-m", "magnetic-order", "--where", "has_net_moment >= 0.2");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains("P(net moment), P(k ≠ 0)", result.Lines[0]);
        Assert.DoesNotContain(MagneticOrderAdvice.Flag, result.Output + result.Errors);
        Assert.DoesNotContain(File.ReadAllLines(Path.Combine(_folder.Path, "lodestone-screen", "ranking.csv")), line => line.Contains(MagneticOrderAdvice.Flag));
    }

    public void Dispose() => _folder.Dispose();
}
