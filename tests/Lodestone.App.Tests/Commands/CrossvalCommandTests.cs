using System.Diagnostics;
using System.Text.Json;

namespace Lodestone.App.Tests.Commands;

[Collection(CommandLineCollection.Name)]
public sealed class CrossvalCommandTests(TinyModel tiny)
{
    private static readonly string[] Results = ["recipe.yaml", "folds.csv", "predictions.csv", "summary.json"];

    private static readonly string[] Request =
    [
        "crossval", "labelled.csv", "--target", TinyModel.AboveHull, "--arch", "cgcnn", "--folds", "3", "--group", "formula",
        "--set", "atom_feature_length=16", "--seed", "5",
    ];

    [Fact]
    public void A_summary_is_printed_and_a_recipe_gives_the_same()
    {
        ProcessResult result = LodestoneProcess.Run(tiny.Folder, [.. Request, "--set", "epochs=2", "-o", "one", "--json"]);

        Assert.True(result.ExitCode == ExitCode.Done, result.Errors);
        Assert.Equal(File.ReadAllText(Path.Combine(tiny.Folder, "one", "summary.json")), result.Output);
        JsonElement scores = JsonDocument.Parse(result.Output).RootElement.GetProperty("targets").GetProperty(TinyModel.AboveHull);
        Assert.Equal(3, scores.GetProperty("folds").GetArrayLength());
        Assert.True(scores.GetProperty("mean").GetProperty("mae").GetDouble() > 0);

        ProcessResult table = LodestoneProcess.Run(tiny.Folder, "crossval", Path.Combine("one", "recipe.yaml"), "-o", "two");
        Assert.True(table.ExitCode == ExitCode.Done, table.Errors);
        Assert.Contains(table.Lines, line => line.StartsWith("mean", StringComparison.Ordinal));
        AssertSame("one", "two");

        ProcessResult same = LodestoneProcess.Run(tiny.Folder, "crossval", "compare", "one", "two", "--json");
        Assert.True(same.ExitCode == ExitCode.Done, same.Errors);
        JsonElement comparison = JsonDocument.Parse(same.Output).RootElement.GetProperty("comparisons")[0];
        Assert.Equal((0, 1), (comparison.GetProperty("by_fold").GetProperty("difference").GetDouble(), comparison.GetProperty("by_row").GetProperty("p").GetDouble()));
    }

    [Fact]
    public void An_interrupted_run_goes_on_where_it_was()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send.");
        string[] arguments = [.. Request, "--set", "epochs=20"];
        using Process process = LodestoneProcess.Start(tiny.Folder, [.. arguments, "-o", "cut"]);
        string finished = Path.Combine(tiny.Folder, "cut", "run", "fold0.csv");
        while (!process.HasExited && !File.Exists(finished)) Thread.Sleep(5);
        LodestoneProcess.Interrupt(process);
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        Assert.Contains("--resume", process.StandardError.ReadToEnd());

        Assert.Equal(ExitCode.Done, LodestoneProcess.Run(tiny.Folder, [.. arguments, "-o", "cut", "--resume"]).ExitCode);
        Assert.Equal(ExitCode.Done, LodestoneProcess.Run(tiny.Folder, [.. arguments, "-o", "whole"]).ExitCode);
        AssertSame("whole", "cut");
    }

    [Theory]
    [InlineData("--folds", "crossval", "labelled.csv", "--target", TinyModel.AboveHull, "--arch", "cgcnn", "--folds", "1")]
    [InlineData("groups", "crossval", "labelled.csv", "--target", TinyModel.AboveHull, "--arch", "cgcnn", "--folds", "400", "--group", "chemsys")]
    [InlineData("--arch", "crossval", "labelled.csv", "--target", TinyModel.AboveHull)]
    [InlineData("gap", "crossval", "labelled.csv", "--target", "gap", "--arch", "cgcnn")]
    [InlineData("recipe", "crossval", "missing.yaml")]
    [InlineData("--set", "crossval", "missing.yaml", "--target", "gap")]
    [InlineData("summary.json", "crossval", "compare", ".", ".")]
    public void What_cannot_be_done_ends_with_2_and_a_reason(string reason, params string[] arguments)
    {
        ProcessResult result = LodestoneProcess.Run(tiny.Folder, arguments);

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains(reason, result.Errors);
        Assert.DoesNotContain("Lodestone made a mistake", result.Errors);
    }

    private void AssertSame(string first, string second) => Assert.All(Results, name =>
        Assert.Equal(File.ReadAllBytes(Path.Combine(tiny.Folder, first, name)), File.ReadAllBytes(Path.Combine(tiny.Folder, second, name))));
}
