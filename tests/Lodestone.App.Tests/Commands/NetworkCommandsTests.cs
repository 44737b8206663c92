namespace Lodestone.App.Tests.Commands;

/// <summary>Every network of structures, through the same commands.</summary>
[Collection(CommandLineCollection.Name)]
[Trait("Category", "Slow")]
public sealed class NetworkCommandsTests(TinyModel tiny)
{
    [Theory]
    [InlineData("cgcnn", "atom_feature_length=16", "own_layers=1")]
    [InlineData("megnet", "blocks=1")]
    [InlineData("alignn", "feature_length=16", "bond_layers=1", "angle_layers=1")]
    [InlineData("egnn", "feature_length=16", "layers=1")]
    [InlineData("mc-egnn", "feature_length=16", "layers=1")]
    [InlineData("ecn", "atom_feature_length=16", "layers=1")]
    [InlineData("cartesian", "feature_length=16", "layers=1")]
    public void It_trains_resumes_evaluates_predicts_and_screens_as_an_ensemble(string architecture, params string[] options)
    {
        string[] Train(string output) =>
        [
            "train", "--data", "labelled.csv", "--target", $"{TinyModel.Magnetization},{TinyModel.AboveHull}", "--arch", architecture, "--set", "members=2",
            "--set", "epochs=6", "--set", "split.by=column", "--seed", "5", "-o", output, .. options.SelectMany(option => new[] { "--set", option }),
        ];
        string whole = $"{architecture}.lodestone", resumed = $"{architecture}-resumed.lodestone";
        Run(Train(whole));
        tiny.Interrupt(Train(resumed), resumed + ".run");
        Run([.. Train(resumed), "--resume"]);
        Assert.Equal(File.ReadAllBytes(Path.Combine(tiny.Folder, whole)), File.ReadAllBytes(Path.Combine(tiny.Folder, resumed)));

        string evaluation = Run("evaluate", "labelled.csv", "-m", whole, "--json").Output;
        Assert.Contains($"\"{TinyModel.AboveHull}\"", evaluation);
        Assert.Contains("\"mae\"", evaluation);

        string[] predictions = Run("predict", TinyModel.Crystals, "-m", whole).Output.TrimEnd().Split('\n');
        Assert.Contains($"{TinyModel.Magnetization}_lo,{TinyModel.Magnetization}_hi", predictions[0]);
        Assert.All(predictions[1..], row => Assert.Contains(",ok,", row));

        Run("screen", TinyModel.Crystals, "-m", whole, "-o", architecture);
        Assert.Equal(predictions.Length, File.ReadAllLines(Path.Combine(tiny.Folder, architecture, "ranking.csv")).Length);
    }

    private ProcessResult Run(params string[] arguments)
    {
        ProcessResult result = LodestoneProcess.Run(tiny.Folder, arguments);
        Assert.True(result.ExitCode == ExitCode.Done, result.Errors);
        return result;
    }
}
