using System.Text.Json;

namespace Lodestone.App.Tests.Commands;

[Collection(CommandLineCollection.Name)]
public sealed class ModelCommandTests(TinyModel tiny)
{
    [Fact]
    public void An_evaluation_gives_the_metrics_of_the_contract()
    {
        ProcessResult result = LodestoneProcess.Run(tiny.Folder, "evaluate", "labelled.csv", "-m", tiny.Model, "--json");
        JsonElement json = JsonDocument.Parse(result.Output).RootElement;

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Equal(150, json.GetProperty("n").GetInt32());
        Assert.Equal(0, json.GetProperty("failures").GetInt32());
        JsonElement metrics = json.GetProperty("targets").GetProperty(TinyModel.Magnetization);
        foreach (string name in new[] { "n", "mae", "rmse", "r2", "median_abs", "median_predictor_mae", "coverage90", "width90", "nll", "crps", "spearman" })
            Assert.True(metrics.TryGetProperty(name, out _), name);
        Assert.InRange(metrics.GetProperty("coverage90").GetDouble(), 0.85, 1);
    }

    [Fact]
    public void An_evaluation_without_known_values_is_refused()
    {
        ProcessResult result = LodestoneProcess.Run(tiny.Folder, "evaluate", TinyModel.Crystals, "-m", tiny.Model);

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains(TinyModel.Magnetization, result.Errors);
    }

    [Fact]
    public void A_model_tells_what_it_is_and_gives_its_weights_away()
    {
        JsonElement json = JsonDocument.Parse(LodestoneProcess.Run(tiny.Folder, "model", "show", tiny.Model, "--json").Output).RootElement;

        Assert.Equal("cgcnn", json.GetProperty("architecture").GetString());
        Assert.Contains("50 for training", LodestoneProcess.Run(tiny.Folder, "model", "show", tiny.Model).Output);
        Assert.Equal(ExitCode.Done, LodestoneProcess.Run(tiny.Folder, "model", "export", tiny.Model, "-o", "tiny.safetensors").ExitCode);
        Assert.NotEmpty(Learning.Files.SafeTensors.Read(Path.Combine(tiny.Folder, "tiny.safetensors")).Tensors);
    }

    [Fact]
    public void An_adapted_model_is_a_model_that_every_command_opens()
    {
        ProcessResult result = LodestoneProcess.Run(
            tiny.Folder, "model", "adapt", tiny.Model, "--data", TinyModel.Crystals, "--epochs", "1", "-o", "adapted.lodestone");

        Assert.True(result.ExitCode == ExitCode.Done, result.Errors);
        Assert.Contains("already invariant under rotations and reflections", result.Output);
        ProcessResult predicted = LodestoneProcess.Run(tiny.Folder, "predict", TinyModel.Crystals, "-m", "adapted.lodestone");
        Assert.Equal(ExitCode.Done, predicted.ExitCode);
        Assert.Contains(TinyModel.Magnetization, predicted.Output);
        Assert.Contains("canonicalized", LodestoneProcess.Run(tiny.Folder, "model", "show", "adapted.lodestone", "--json").Output);
    }

    [Fact]
    public void An_interrupted_adaptation_goes_on_where_it_was()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send.");
        string[] Adapt(string output) => ["model", "adapt", tiny.Model, "--data", TinyModel.Crystals, "--epochs", "10", "-o", output];
        tiny.Interrupt(Adapt("part.lodestone"), "part.lodestone.run");
        Assert.False(File.Exists(Path.Combine(tiny.Folder, "part.lodestone")));

        ProcessResult other = LodestoneProcess.Run(tiny.Folder, [.. Adapt("part.lodestone"), "--resume", "--group", "so3"]);
        Assert.Equal(ExitCode.Unusable, other.ExitCode);
        ProcessResult resumed = LodestoneProcess.Run(tiny.Folder, [.. Adapt("part.lodestone"), "--resume"]), whole = LodestoneProcess.Run(tiny.Folder, Adapt("all.lodestone"));
        Assert.Equal((ExitCode.Done, ExitCode.Done), (resumed.ExitCode, whole.ExitCode));
        Assert.Equal(whole.Output, resumed.Output);
        Assert.Equal(File.ReadAllBytes(Path.Combine(tiny.Folder, "all.lodestone")), File.ReadAllBytes(Path.Combine(tiny.Folder, "part.lodestone")));
        Assert.False(Directory.Exists(Path.Combine(tiny.Folder, "part.lodestone.run")));
    }

    [Fact]
    public void An_architecture_tells_its_options()
    {
        JsonElement json = JsonDocument.Parse(
            LodestoneProcess.Run(tiny.Folder, "model", "arch", "cgcnn", "--set", "convolutions=1", "--json").Output).RootElement;

        Assert.Equal("cgcnn", json.GetProperty("arch").GetString());
        Assert.True(json.GetProperty("parameters").GetInt64() > 0);
        JsonElement option = json.GetProperty("options").GetProperty("convolutions");
        Assert.Equal(1, option.GetProperty("value").GetInt32());
        Assert.Equal(3, option.GetProperty("default").GetInt32());
        Assert.NotEmpty(option.GetProperty("meaning").GetString()!);
    }
}
