using System.Text.Json;

namespace Lodestone.App.Tests.Commands;

[Collection(CommandLineCollection.Name)]
public sealed class TrainCommandTests(TinyModel tiny)
{
    [Fact]
    public void The_same_command_trains_the_same_model()
    {
        ProcessResult result = LodestoneProcess.Run(tiny.Folder, TinyModel.TrainArguments("again.lodestone"));

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Matches("^target +rows +n +mean absolute error +median predictor +in 90 %$", result.Lines[0]);
        Assert.Matches(@"^Best epoch \d+ of 4; \d+ s in all\.$", result.Lines[^1]);
        Assert.Equal(File.ReadAllBytes(tiny.Model), File.ReadAllBytes(Path.Combine(tiny.Folder, "again.lodestone")));
        Assert.False(Directory.Exists(Path.Combine(tiny.Folder, "again.lodestone.run")));
    }

    [Fact]
    public void An_interrupted_training_goes_on_where_it_was()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send.");
        string[] arguments = TinyModel.TrainArguments("resumed.lodestone", "--set", "epochs=40");
        tiny.Interrupt(arguments, "resumed.lodestone.run");
        Assert.False(File.Exists(Path.Combine(tiny.Folder, "resumed.lodestone")));

        Assert.Equal(ExitCode.Done, LodestoneProcess.Run(tiny.Folder, [.. arguments, "--resume"]).ExitCode);
        Assert.Equal(ExitCode.Done, LodestoneProcess.Run(tiny.Folder, TinyModel.TrainArguments("whole.lodestone", "--set", "epochs=40")).ExitCode);
        Assert.Equal(File.ReadAllBytes(Path.Combine(tiny.Folder, "whole.lodestone")), File.ReadAllBytes(Path.Combine(tiny.Folder, "resumed.lodestone")));
    }

    [Fact]
    public void Encodings_are_kept_between_trainings()
    {
        string train = string.Join(' ', TinyModel.TrainArguments("cached.lodestone"));
        ProcessResult result = LodestoneProcess.Shell(tiny.Folder, $"export LODESTONE_CACHE=cache; lodestone {train} && lodestone {train} --force");

        Assert.True(result.ExitCode == ExitCode.Done, result.Errors);
        Assert.Contains("of 50 encodings were kept from earlier runs", result.Errors);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(tiny.Folder, "cache", "encodings")));
        Assert.Equal(File.ReadAllBytes(tiny.Model), File.ReadAllBytes(Path.Combine(tiny.Folder, "cached.lodestone")));
    }

    [Fact]
    public void A_sweep_compares_the_variants_of_a_recipe()
    {
        string[] request = ["train", "sweep", "sweep.yaml", "--seeds", "2", "-o", "sweep"];
        File.WriteAllText(Path.Combine(tiny.Folder, "sweep.yaml"), $$"""
            name: hull
            data: labelled.csv
            split: { by: formula }
            architecture: cgcnn
            options: { atom_feature_length: 8, hidden_length: 8 }
            targets: [{ name: {{TinyModel.AboveHull}} }]
            training: { epochs: 2 }
            measure: [{ name: test rows }]
            variants: [[name=shallow, convolutions=1], [name=deep, convolutions=2]]
            """);

        ProcessResult table = LodestoneProcess.Run(tiny.Folder, request);
        Assert.True(table.ExitCode == ExitCode.Done, table.Errors);
        Assert.Contains(table.Lines, line => line.StartsWith("deep", StringComparison.Ordinal) && line.Contains('±'));
        Assert.Contains(table.Lines, line => line.StartsWith("median", StringComparison.Ordinal));

        ProcessResult json = LodestoneProcess.Run(tiny.Folder, [.. request, "--only", "deep", "--json"]);
        JsonElement variant = Assert.Single(JsonDocument.Parse(json.Output).RootElement.GetProperty("variants").EnumerateArray());
        Assert.Equal(("deep", 2), (variant.GetProperty("variant").GetString(), variant.GetProperty("runs").GetInt32()));
        Assert.True(variant.GetProperty("errors")[0].GetProperty("deviation").GetDouble() > 0);
        Assert.DoesNotContain("round", json.Errors);
    }
}
