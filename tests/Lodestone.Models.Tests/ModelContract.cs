using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Models.Catalog;

namespace Lodestone.Models.Tests;

/// <summary>What every architecture for crystals must do. A new one inherits these tests.</summary>
/// <param name="architecture">Its name in the catalog.</param>
/// <param name="smallOptions">Options that make it small, so that the tests are fast.</param>
public abstract class ModelContract(string architecture, string smallOptions) : IDisposable
{
    private static readonly Material[] Train = RandomCrystals.Make(48, 1);
    private static readonly Material[] Validation = RandomCrystals.Make(24, 2);
    private readonly string _folder = Directory.CreateTempSubdirectory("lodestone-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Predictions_do_not_depend_on_how_a_crystal_is_described()
    {
        using IPropertyModel model = Load(TrainFile(2));
        Structure crystal = Validation.First(material => material.Structure!.Sites.Length == 4).Structure!;
        double expected = Mean(model, crystal);
        double tolerance = 1e-4 * Math.Abs(expected);

        double c = Math.Cos(0.7), s = Math.Sin(0.7);
        Assert.Equal(expected, Mean(model, crystal.Rotated(new Matrix3D(new(c, s, 0), new(-s, c, 0), new(0, 0, 1)))), tolerance);
        Assert.Equal(expected, Mean(model, crystal.Rotated(new Matrix3D(new(-1, 0, 0), new(0, -1, 0), new(0, 0, -1)))), tolerance);
        Assert.Equal(expected, Mean(model, crystal.Translated(new Vector3D(0.3, -1.7, 12.1))), tolerance);
        Assert.Equal(expected, Mean(model, crystal.Permuted([2, 0, 3, 1])), tolerance);
        Assert.Equal(expected, Mean(model, crystal.Supercell(new IntegerMatrix3(new(2, 0, 0), new(0, 1, 0), new(1, 0, 3)))), tolerance);
        Assert.Equal(expected, Mean(model, crystal.NiggliReduced()), tolerance);
    }

    [Fact]
    public void A_prediction_does_not_depend_on_its_batch()
    {
        using IPropertyModel model = Load(TrainFile(2));
        double[] together = [.. model.Predict(Validation).Select(prediction => prediction.Estimates[0].Mean)];

        for (int i = 0; i < Validation.Length; i++)
            Assert.Equal(model.Predict([Validation[i]])[0].Estimates[0].Mean, together[i], 1e-5);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_does_not()
    {
        byte[] first = TrainFile(2).ToBytes();

        Assert.Equal(first, TrainFile(2).ToBytes());
        Assert.NotEqual(first, TrainFile(2, seed: 9).ToBytes());
    }

    [Fact]
    public void A_saved_model_predicts_the_same()
    {
        ModelFile file = TrainFile(2);
        string path = Path.Combine(_folder, "model.lodestone");
        file.Save(path);
        using IPropertyModel before = Load(file);
        using IPropertyModel after = ModelCatalog.Load(path);

        Assert.Equal(before.Predict(Validation).SelectMany(p => p.Estimates), after.Predict(Validation).SelectMany(p => p.Estimates));
    }

    [Fact]
    public void An_interrupted_run_resumes_to_the_same_bytes()
    {
        byte[] whole = TrainFile(6).ToBytes();
        string run = Path.Combine(_folder, "run");
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() =>
            TrainFile(6, run: run, progress: new StopAt(3, stop), cancellation: stop.Token));

        Assert.Equal(whole, TrainFile(6, run: run, resume: true).ToBytes());
    }

    [Fact]
    public void It_can_learn_a_few_crystals_by_heart()
    {
        Material[] few = Train[..16];
        using IPropertyModel model = Load(TrainFile(250, rows: few, members: 1));
        double[] truths = [.. few.Select(material => material.Number(RandomCrystals.Property)!.Value)];
        double spread = truths.Average(truth => Math.Abs(truth - truths.Average()));

        double error = model.Predict(few).Zip(truths, (p, truth) => Math.Abs(p.Estimates[0].Mean - truth)).Average();

        Assert.InRange(error, 0, 0.15 * spread);
    }

    [Fact]
    public void What_it_cannot_take_fails_with_a_reason_and_leaves_the_others_alone()
    {
        using IPropertyModel model = Load(TrainFile(2));
        var formula = new Material("formula", Composition.Parse("Fe2O3"), null);
        Material foreign = RandomCrystals.Of("foreign", Structure.Crystal(Lattice.FromParameters(4, 4, 4, 90, 90, 90), [Element.Parse("Og")], [Vector3D.Zero]));
        Material lonely = RandomCrystals.Of("lonely", Structure.Crystal(Lattice.FromParameters(40, 40, 40, 90, 90, 90), [Element.Parse("Fe")], [Vector3D.Zero]));

        IReadOnlyList<Prediction> predictions = model.Predict([Validation[0], formula, foreign, lonely, Validation[1]]);

        Assert.Equal([true, false, false, true, true], predictions.Select(prediction => prediction.Succeeded));
        Assert.Contains("no structure", predictions[1].Failure);
        Assert.Contains("Og", predictions[2].Failure);
    }

    [Fact]
    public void Every_option_has_a_meaning_and_an_unknown_one_is_refused()
    {
        Architecture kind = ModelCatalog.Architecture(architecture);

        Assert.All(kind.Describe([]), option => Assert.EndsWith(".", option.Meaning));
        Assert.Contains("no option 'colour'", Assert.Throws<InputException>(() => kind.Describe(new JsonObject { ["colour"] = "red" })).Message);
    }

    private ModelFile TrainFile(
        int epochs, ulong seed = 5, IReadOnlyList<Material>? rows = null, int members = 2, string? run = null, bool resume = false,
        IProgress<MemberReport>? progress = null, CancellationToken cancellation = default)
    {
        rows ??= Train;
        TrainedModel trained = ModelCatalog.Architecture(architecture).Train(
            new TrainingTask
            {
                Train = rows,
                Validation = Validation,
                Targets = [new Target(RandomCrystals.Property)],
                Options = JsonNode.Parse(smallOptions)!.AsObject(),
                Training = new TrainingOptions { Epochs = epochs, BatchSize = 16, AverageDecay = 0.9, Keep = WeightsKept.Last },
                Members = members,
                Seeds = new Seeds(seed),
                RunFolder = run,
                Resume = resume,
            },
            progress, cancellation);
        return new ModelFile(
            new ModelDescription
            {
                Name = "contract",
                Architecture = architecture,
                Options = trained.Options,
                Targets = [.. trained.Targets],
                Members = members,
                Elements = ["Li", "O", "Fe", "Co", "Si", "Gd"],
            },
            trained.Tensors);
    }

    private static IPropertyModel Load(ModelFile file) => ModelCatalog.Load(file, "the model of the test");

    private static double Mean(IPropertyModel model, Structure structure) =>
        model.Predict([new Material("", Composition.Of(structure), structure)])[0].Estimates[0].Mean;

    private sealed class StopAt(int epoch, CancellationTokenSource stop) : IProgress<MemberReport>
    {
        public void Report(MemberReport value)
        {
            if (value.Epoch.Epoch == epoch) stop.Cancel();
        }
    }
}
