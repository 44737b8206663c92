using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Models.Catalog;
using TorchSharp;

namespace Lodestone.Models.Tests;

/// <summary>What every model must do, whatever it reads. A new one inherits these tests through <see cref="CrystalContract"/>,
/// <see cref="FormulaContract"/> or <see cref="EstimatorContract"/>.</summary>
/// <param name="architecture">Its name in the catalog.</param>
/// <param name="smallOptions">Options that make it small, so that the tests are fast.</param>
public abstract class ModelContract(string architecture, string smallOptions) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lodestone-").FullName;

    protected string Architecture { get; } = architecture;

    protected string SmallOptions { get; } = smallOptions;

    /// <summary>Random materials that it can read, with a value of <see cref="Property"/>.</summary>
    protected abstract Material[] Make(int count, ulong seed);

    /// <summary>A property that can be learned from them.</summary>
    protected abstract string Property { get; }

    /// <summary>The elements of the materials.</summary>
    protected abstract IReadOnlyList<string> Elements { get; }

    /// <summary>How to train for so many epochs.</summary>
    protected virtual TrainingOptions Training(int epochs) => new() { Epochs = epochs, BatchSize = 16, AverageDecay = 0.9, Keep = WeightsKept.Last };

    protected Material[] Validation => Make(24, 2);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_prediction_does_not_depend_on_its_batch()
    {
        using IPropertyModel model = Load(TrainFile(2));
        Material[] rows = Validation;
        double[] together = [.. model.Predict(rows).Select(prediction => prediction.Estimates[0].Mean)];

        for (int i = 0; i < rows.Length; i++)
            Assert.Equal(model.Predict([rows[i]])[0].Estimates[0].Mean, together[i], 1e-5);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_does_not()
    {
        byte[] first = TrainFile(2).ToBytes();

        Assert.Equal(first, TrainFile(2).ToBytes());
        Assert.NotEqual(first, TrainFile(2, seed: 9).ToBytes());
    }

    [Fact]
    public void The_number_of_threads_changes_no_byte()
    {
        int before = torch.get_num_threads();
        try
        {
            PoolThreads.Set(1);
            byte[] one = TrainFile(2).ToBytes();
            PoolThreads.Set(6);

            Assert.Equal(one, TrainFile(2).ToBytes());
        }
        finally
        {
            PoolThreads.Set(before);
        }
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
    public void It_can_learn_a_few_materials_by_heart()
    {
        Material[] few = Make(16, 1);
        using IPropertyModel model = Load(TrainFile(250, rows: few, members: 1));
        double[] truths = [.. few.Select(material => material.Number(Property)!.Value)];
        double spread = truths.Average(truth => Math.Abs(truth - truths.Average()));

        double error = model.Predict(few).Zip(truths, (p, truth) => Math.Abs(p.Estimates[0].Mean - truth)).Average();

        Assert.InRange(error, 0, 0.15 * spread);
    }

    [Fact]
    public void Every_option_has_a_meaning_and_an_unknown_one_is_refused()
    {
        var kind = ModelCatalog.Architecture(Architecture);

        Assert.All(kind.Describe([]), option => Assert.EndsWith(".", option.Meaning));
        Assert.Contains("no option 'colour'", Assert.Throws<InputException>(() => kind.Describe(new JsonObject { ["colour"] = "red" })).Message);
    }

    protected ModelFile TrainFile(
        int epochs, ulong seed = 5, IReadOnlyList<Material>? rows = null, int members = 2, string? run = null, bool resume = false,
        IProgress<MemberReport>? progress = null, CancellationToken cancellation = default)
    {
        rows ??= Make(48, 1);
        TrainedModel trained = ModelCatalog.Architecture(Architecture).Train(
            new TrainingTask
            {
                Train = rows,
                Validation = Validation,
                Targets = [new Target(Property)],
                Options = JsonNode.Parse(SmallOptions)!.AsObject(),
                Training = Training(epochs),
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
                Architecture = Architecture,
                Options = trained.Options,
                Targets = [.. trained.Targets],
                Members = members,
                Elements = [.. Elements],
            },
            trained.Tensors);
    }

    protected static IPropertyModel Load(ModelFile file) => ModelCatalog.Load(file, "the model of the test");

    private sealed class StopAt(int epoch, CancellationTokenSource stop) : IProgress<MemberReport>
    {
        public void Report(MemberReport value)
        {
            if (value.Done == epoch) stop.Cancel();
        }
    }
}
