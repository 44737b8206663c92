using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

public sealed class DataSelectCommandTests : IDisposable
{
    private static readonly string[] Results = ["recipe.yaml", "importance.csv", "steps.csv", "error-by-size.svg", "summary.json", "state.json"];

    private readonly TemporaryFolder _folder = new();

    public DataSelectCommandTests()
    {
        string rows = string.Concat(Enumerable.Range(1, 120).Select(i => string.Create(CultureInfo.InvariantCulture, $"Fe{i}O{(i * 7 % 10) + 1}Si{i * 3 % 7},{i / (i + 8.0)}\n")));
        _folder.Write("table.csv", "formula,share\n" + rows);
    }

    [Fact]
    public void Descriptors_are_selected_and_a_forest_is_trained_with_them()
    {
        ProcessResult result = Select("out", "--steps", "6", "--size", "3", "--correlation", "0.99", "--temperature", "0.001", "--json");
        Assert.True(result.ExitCode == ExitCode.Done, result.Errors);
        Assert.Equal(File.ReadAllText(_folder.File("out", "summary.json")), result.Output);
        JsonElement summary = JsonDocument.Parse(result.Output).RootElement;
        string[] selected = [.. summary.GetProperty("selected").EnumerateArray().Select(one => one.GetProperty("descriptor").GetString()!)];
        Assert.InRange(selected.Length, 1, 3);
        Assert.True(summary.GetProperty("error").GetDouble() < summary.GetProperty("error_of_constant").GetDouble());
        Assert.Contains("never looked at", result.Errors);

        ProcessResult training = Run("train", Path.Combine("out", "recipe.yaml"), "--set", "trees=5", "-o", "selected.lodestone");
        Assert.True(training.ExitCode == ExitCode.Done, training.Errors);
        Assert.Contains(selected[0], Run("model", "show", "selected.lodestone").Output);

        ProcessResult more = Select("out", "--steps", "8", "--size", "3", "--correlation", "0.99", "--temperature", "0.001", "--resume");
        Assert.Contains("selected", more.Output);
        Assert.Equal(9 + 1, File.ReadLines(_folder.File("out", "steps.csv")).Count());
    }

    [Fact]
    public void A_killed_selection_goes_on_where_it_was()
    {
        string[] arguments = ["--steps", "40", "--size", "8"];
        using Process process = LodestoneProcess.Start(_folder.Path, Arguments("cut", arguments));
        while (!process.HasExited && !File.Exists(_folder.File("cut", "state.json"))) Thread.Sleep(5);
        process.Kill();
        process.WaitForExit();
        Assert.False(File.Exists(_folder.File("cut", "summary.json")));

        Assert.Equal(ExitCode.Done, Select("cut", [.. arguments, "--resume"]).ExitCode);
        Assert.Equal(ExitCode.Done, Select("whole", arguments).ExitCode);
        Assert.All(Results, name => Assert.Equal(File.ReadAllBytes(_folder.File("whole", name)), File.ReadAllBytes(_folder.File("cut", name))));
    }

    [Theory]
    [InlineData("--target", "data select table.csv")]
    [InlineData("descriptor set 'colours'", "data select table.csv --target share --descriptors colours")]
    [InlineData("no structure", "data select table.csv --target share --descriptors structure")]
    [InlineData("'size'", "data select table.csv --target share --split size")]
    [InlineData("moment", "data select table.csv --target moment")]
    [InlineData("correlation is 2", "data select table.csv --target share --correlation 2")]
    [InlineData("temperature is -1", "data select table.csv --target share --temperature -1")]
    [InlineData("fold", "data select table.csv --target share --folds 4000")]
    [InlineData("itself", "data select missing.yaml --target share")]
    public void What_cannot_be_selected_ends_with_2_and_a_reason(string reason, string arguments)
    {
        ProcessResult result = Run(arguments.Split(' '));

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains(reason, result.Errors);
        Assert.DoesNotContain("Lodestone made a mistake", result.Errors);
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Arguments(string folder, params string[] more) =>
        ["data", "select", "table.csv", "--target", "share", "--descriptors", "magnetic", "--trees", "4", "--folds", "3", "--seed", "2", "-o", folder, .. more];

    private ProcessResult Select(string folder, params string[] more) => Run(Arguments(folder, more));

    private ProcessResult Run(params string[] arguments) => LodestoneProcess.Run(_folder.Path, arguments);
}
