using System.Text.Json;

namespace Lodestone.App.Tests.Commands;

[Collection(CommandLineCollection.Name)]
public sealed class EvaluateCompareCommandTests(TinyModel tiny)
{
    private const string Forest = "forest.lodestone";

    [Fact]
    public void Two_models_are_compared_on_the_rows_that_both_predict()
    {
        TrainForest();
        string[] request = ["evaluate", "compare", "labelled.csv", "-m", "tiny.lodestone", "-m", Forest, "--above", "0.05", "--top", "5", "--top", "20"];
        ProcessResult result = LodestoneProcess.Run(tiny.Folder, [.. request, "-o", "rows.csv", "--json"]);

        Assert.True(result.ExitCode == ExitCode.Done, result.Errors);
        JsonElement comparison = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(150, comparison.GetProperty("n").GetInt32());
        JsonElement network = comparison.GetProperty("models")[0], forest = comparison.GetProperty("models")[1];
        JsonElement alone = JsonDocument.Parse(LodestoneProcess.Run(tiny.Folder, "evaluate", "labelled.csv", "-m", Forest, "--json").Output).RootElement;
        Assert.Equal(alone.GetProperty("targets").GetProperty(TinyModel.Magnetization).GetProperty("mae").GetDouble(), Mae(forest));
        Assert.Equal(Mae(network) - Mae(forest), comparison.GetProperty("difference").GetProperty("mean").GetDouble(), 1e-12);
        Assert.InRange(forest.GetProperty("auc").GetDouble(), 0.9, 1);
        Assert.InRange(forest.GetProperty("top").GetProperty("20").GetDouble(), 0.5, 1);
        Assert.Contains(comparison.GetProperty("classes").EnumerateArray(), one => one.GetProperty("class").GetString() == "oxide");
        Assert.Contains(comparison.GetProperty("classes").EnumerateArray(), one => one.GetProperty("class").GetString() == "Heusler");
        Assert.Equal(151, File.ReadLines(Path.Combine(tiny.Folder, "rows.csv")).Count());

        ProcessResult table = LodestoneProcess.Run(tiny.Folder, request);
        Assert.Contains("largest disagreements", table.Output);
        Assert.Contains("p = ", table.Output);
    }

    [Theory]
    [InlineData("two different models", "tiny.lodestone", "tiny.lodestone")]
    [InlineData("'gap'", "tiny.lodestone", Forest, "--target", "gap")]
    [InlineData("--top", "tiny.lodestone", Forest, "--top", "0")]
    public void What_cannot_be_compared_ends_with_2_and_a_reason(string reason, string first, string second, params string[] more)
    {
        TrainForest();
        ProcessResult result = LodestoneProcess.Run(tiny.Folder, ["evaluate", "compare", "labelled.csv", "-m", first, "-m", second, .. more]);

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains(reason, result.Errors);
    }

    private void TrainForest()
    {
        if (File.Exists(Path.Combine(tiny.Folder, Forest))) return;
        ProcessResult result = LodestoneProcess.Run(
            tiny.Folder, "train", "--data", "labelled.csv", "--target", TinyModel.Magnetization, "--arch", "forest", "--set", "trees=10", "--set", "split.by=column", "-o", Forest);
        Assert.True(result.ExitCode == ExitCode.Done, result.Errors);
    }

    private static double Mae(JsonElement model) => model.GetProperty("errors").GetProperty("mae").GetDouble();
}
