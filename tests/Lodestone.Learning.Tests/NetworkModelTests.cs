using CsCheck;
using Lodestone.Data;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Uncertainty;
using Lodestone.Matter;
using TorchSharp;

namespace Lodestone.Learning.Tests;

public sealed class NetworkModelTests
{
    private static readonly ModelDescription Description = new()
    {
        Name = "toy",
        Architecture = "composition",
        Targets =
        [
            new(new Target("energy_eV") { Head = "gaussian" }, new Scaler(-1, 2)) { Calibration = new ConformalCalibration(1.5, 0.1, 0.1, 50) },
            new(new Target("gap_eV") { Head = "l1", Minimum = 0 }, new Scaler(0, 1)),
        ],
    };

    private static readonly Gen<Material> AnyMaterial = Gen.Select(Gen.Int[1, 10], Gen.Int[1, 10], Gen.Double[0.1, 5]).Select((a, b, amount) =>
        Make([new(new Element(a), 1), new(new Element(b), amount)]));

    [Fact]
    public void A_prediction_does_not_depend_on_its_batch() => AnyMaterial.Array[2, 12].Sample(materials =>
    {
        using NetworkModel<float[]> model = Model(3);
        IReadOnlyList<Prediction> together = model.Predict(materials);
        for (int row = 0; row < materials.Length; row++)
        {
            Prediction alone = model.Predict([materials[row]])[0];
            for (int target = 0; target < 2; target++)
            {
                Assert.Equal(alone.Estimates[target].Mean, together[row].Estimates[target].Mean, 1e-5);
                Assert.Equal(alone.Estimates[target].Deviation, together[row].Estimates[target].Deviation, 1e-5);
            }
        }
    }, iter: 20, threads: 1);

    [Fact]
    public void Members_are_combined_and_calibrated()
    {
        Material[] materials = [Make("H2O"), Make("CH4")];
        using NetworkModel<float[]> ensemble = Model(3);
        Prediction[][] singles = [.. Enumerable.Range(0, 3).Select(seed =>
        {
            using var model = new NetworkModel<float[]>([Trained(seed)], Heads());
            return model.Predict(materials).ToArray();
        })];
        IReadOnlyList<Prediction> predictions = ensemble.Predict(materials);
        for (int row = 0; row < materials.Length; row++)
        {
            double[] means = [.. singles.Select(member => member[row].Estimates[0].Mean)];
            Estimate estimate = predictions[row].Estimates[0];
            Assert.Equal(means.Average(), estimate.Mean, 1e-9);
            Assert.Equal(Math.Sqrt(means.Average(mean => (mean - means.Average()) * (mean - means.Average()))), estimate.Epistemic, 1e-9);
            Assert.True(estimate.Epistemic > 0 && estimate.Aleatoric > 0);
            Assert.Equal(estimate.Mean + 1.5 * (estimate.Deviation + 0.1), estimate.Interval!.Value.High, 1e-9);
            Assert.True(predictions[row].Estimates[1].Mean >= 0);
            Assert.Null(predictions[row].Estimates[1].Interval);
        }
    }

    [Fact]
    public void What_cannot_be_predicted_fails_alone_and_order_is_kept()
    {
        var network = Trained(0);
        using var model = new NetworkModel<float[]>([network], Heads()) { Scope = new(Enumerable.Range(1, 20).Select(z => new Element(z)).ToHashSet(), null) };
        Material[] materials = [.. Enumerable.Range(0, 2500).Select(i => Make(i % 7 == 3 ? "NaCl" : i % 7 == 5 ? "Fe2O3" : $"CH{1 + i % 50}"))];
        network.BatchSizes.Clear();
        IReadOnlyList<Prediction> predictions = model.Predict(materials);
        Assert.Equal(materials.Length, predictions.Count);
        Assert.Contains("no place for Na", predictions[3].Failure);
        Assert.Contains("not trained on Fe", predictions[5].Failure);
        for (int i = 0; i < materials.Length; i++)
            Assert.Equal(i % 7 is not (3 or 5), predictions[i].Succeeded);
        Assert.Equal(model.Predict([materials[2499]])[0].Estimates[0].Mean, predictions[2499].Estimates[0].Mean, 1e-5);
        Assert.All(network.BatchSizes, size => Assert.InRange(size, 1, 128));
    }

    [Fact]
    public void A_saved_model_predicts_the_same()
    {
        Material[] materials = [Make("H2O"), Make("CH4"), Make("BN")];
        using NetworkModel<float[]> model = Model(2);
        ModelFile file = model.ToFile(Description with { Elements = ["H", "O", "C"] });
        Assert.Equal(2, file.Description.Members);
        using var back = NetworkModel<float[]>.Load(ModelFile.Parse(file.ToBytes(), "x"), outputs => new CompositionNetwork(outputs, 99), "x");
        IReadOnlyList<Prediction> predictions = back.Predict(materials);
        IReadOnlyList<Prediction> expected = model.Predict(materials[..2]);
        Assert.Equal(expected[0].Estimates.AsEnumerable(), predictions[0].Estimates);
        Assert.Equal(expected[1].Estimates.AsEnumerable(), predictions[1].Estimates);
        Assert.Contains("not trained on B, N;", predictions[2].Failure);
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_failures()
    {
        var network = Trained(0);
        using (torch.no_grad())
            foreach (var (_, parameter) in network.named_parameters()) parameter.fill_(float.NaN);
        using var model = new NetworkModel<float[]>([network], Heads());
        Assert.Contains("no finite number", model.Predict([Make("H2O")])[0].Failure);
    }

    [Fact]
    public void The_same_materials_give_the_same_bits()
    {
        Material[] materials = [.. Enumerable.Range(1, 300).Select(i => Make($"CH{i % 17 + 1}"))];
        using NetworkModel<float[]> model = Model(2);
        double[] Means() => [.. model.Predict(materials).Select(prediction => prediction.Estimates[0].Mean)];
        double[] first = Means();
        for (int repeat = 0; repeat < 20; repeat++) Assert.Equal(first, Means());
    }

    [Fact]
    public void No_material_is_no_prediction()
    {
        using NetworkModel<float[]> model = Model(1);
        Assert.Empty(model.Predict([]));
    }

    [Fact]
    public void Cancellation_ends_the_work()
    {
        using NetworkModel<float[]> model = Model(1);
        Assert.Throws<OperationCanceledException>(() => model.Predict([Make("H2O")], new CancellationToken(canceled: true)));
    }

    [Fact]
    public void An_ensemble_of_models_is_an_ensemble_of_their_networks()
    {
        Material[] materials = [Make("H2O"), Make("NaCl"), Make("CH4")];
        using NetworkModel<float[]> networks = Model(3);
        using var models = new EnsembleModel([.. Enumerable.Range(0, 3).Select(seed => new NetworkModel<float[]>([Trained(seed)], Heads()))])
        {
            Calibrations = networks.Calibrations,
        };
        IReadOnlyList<Prediction> expected = networks.Predict(materials), predictions = models.Predict(materials);
        for (int row = 0; row < materials.Length; row++)
        {
            Assert.Equal(expected[row].Failure, predictions[row].Failure);
            Assert.Equal(expected[row].Estimates.AsEnumerable(), predictions[row].Estimates);
        }
    }

    private static HeadSet Heads() => new(Description.Targets.Select(target => TargetHead.Create(target.Target, target.Scaler)));

    private static NetworkModel<float[]> Model(int members) => new([.. Enumerable.Range(0, members).Select(seed => Trained(seed))], Heads())
    {
        Calibrations = [.. Description.Targets.Select(target => target.Calibration)],
    };

    private static CompositionNetwork Trained(int seed)
    {
        using var scope = torch.NewDisposeScope();
        var network = new CompositionNetwork(3, seed);
        network.train();
        network.forward([.. Enumerable.Range(0, 100).Select(i => (float)(i % 7))]);
        return network;
    }

    private static Material Make(string formula) => new(formula, Composition.Parse(formula), null);

    private static Material Make(KeyValuePair<Element, double>[] amounts) => new("x", new Composition(amounts), null);
}
