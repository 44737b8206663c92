using Lodestone.Learning.Heads;
using Lodestone.Learning.Objectives;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using TorchSharp;

namespace Lodestone.Learning.Tests.Training;

public sealed class TrainerTests
{
    [Theory]
    [InlineData(OptimizerName.Adam)]
    [InlineData(OptimizerName.AdamW)]
    [InlineData(OptimizerName.Sgd)]
    public void Overfits_a_tiny_set(OptimizerName optimizer)
    {
        TrainingSet<Vectors> train = Toy.Set(32);
        Objective objective = Toy.Objective(train, "mse");
        var options = Toy.Options with
        {
            Epochs = 300,
            BatchSize = 32,
            Optimizer = new() { Name = optimizer, LearningRate = 0.02, WeightDecay = 0 },
        };
        TrainingResult result = Fit(options, train, train, objective);
        Assert.True(result.History[^1].ValidationMae[0] < 0.1 * objective.Heads[0].Scaler.Scale);
        Assert.True(result.History[^1].TrainLoss < 0.05 * result.History[0].TrainLoss);
    }

    [Fact]
    public void Same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        TrainingSet<Vectors> train = Toy.Set(100);
        Assert.Equal(Train(1), Train(1));
        Assert.NotEqual(Train(1), Train(2));

        byte[] Train(ulong seed)
        {
            Objective objective = Toy.Objective(train, "laplace");
            using ToyNetwork network = Toy.Network(objective, dropout: 0.3);
            new Trainer<Vectors>(network, objective, Toy.Options with { Seed = seed }).Fit(train);
            return network.State();
        }
    }

    [Fact]
    public void No_tensor_outlives_its_step()
    {
        TrainingSet<Vectors> train = Toy.Set(64, 2);
        Objective objective = Toy.Objective(train, "hurdle");
        using ToyNetwork network = Toy.Network(objective);
        var live = new List<long>();
        var options = Toy.Options with { Epochs = 6, AverageDecay = 0.9, Keep = WeightsKept.Best, ClipNorm = 1 };
        new Trainer<Vectors>(network, objective, options).Fit(
            train,
            train,
            new Direct<EpochReport>(_ => live.Add(DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount)));
        Assert.Single(live.Distinct());
    }

    [Fact]
    public void A_diverging_training_stops_with_a_sentence()
    {
        TrainingSet<Vectors> train = Toy.Set(64);
        var options = Toy.Options with
        {
            Optimizer = new() { Name = OptimizerName.Sgd, LearningRate = 1e30 },
            Schedule = new() { Name = ScheduleName.Constant, WarmUpEpochs = 0 },
        };
        var e = Assert.Throws<InputException>(() => Fit(options, train, null, Toy.Objective(train, "mse")));
        Assert.Equal(
            "The loss or its gradient is not a finite number in epoch 1 at a learning rate of 1E+30; "
            + "lower the learning rate or warm up for longer.",
            e.Message);
    }

    [Fact]
    public void History_counts_epochs_and_has_a_mae_for_every_target()
    {
        TrainingSet<Vectors> train = Toy.Set(50, 2, missing: (row, target) => target == 1 && row % 3 > 0);
        TrainingSet<Vectors> validation = Toy.Set(20, 2, seed: 8, missing: (_, target) => target == 1);
        TrainingResult result = Fit(Toy.Options, train, validation, Toy.Objective(train));
        Assert.Equal([1, 2, 3], result.History.Select(report => report.Epoch));
        Assert.All(result.History, report => Assert.True(report.ValidationMae is [> 0, null] && report.CrystalsPerSecond > 0));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.9)]
    public void Validation_figures_match_the_network_that_is_returned(double? averageDecay)
    {
        TrainingSet<Vectors> train = Toy.Set(50), validation = Toy.Set(20, seed: 8);
        Objective objective = Toy.Objective(train);
        using ToyNetwork network = Toy.Network(objective);
        TrainingOptions options = Toy.Options with { AverageDecay = averageDecay, Keep = averageDecay is null ? WeightsKept.Last : WeightsKept.Average };
        TrainingResult result = new Trainer<Vectors>(network, objective, options).Fit(train, validation);
        double mae = MeanAbsoluteError(network, objective, validation, 0);
        Assert.Equal(mae, result.History[^1].ValidationMae[0]!.Value, 1e-5);
        Assert.Equal(mae / objective.Heads[0].Scaler.Scale, result.History[^1].ValidationLoss!.Value, 1e-5);
    }

    [Fact]
    public void Targets_count_by_their_weight_and_in_units_of_their_scale()
    {
        TrainingSet<Vectors> rows = Toy.Set(50, 2);
        var objective = new Objective(new HeadSet([Head(0, 1), Head(1, 3)]));
        using ToyNetwork network = Toy.Network(objective);
        Validation validation = new Validator<Vectors>(network, objective, rows, 16).Run(TestContext.Current.CancellationToken);
        double[] scaled = [.. Enumerable.Range(0, 2).Select(target => MeanAbsoluteError(network, objective, rows, target) / objective.Heads[target].Scaler.Scale)];

        Assert.Equal(scaled[0] + 3 * scaled[1], validation.ScaledMae, 1e-5);
        Assert.Equal(scaled[0] + 3 * scaled[1], validation.Loss, 1e-5); // the loss of the head l1 is that error

        TargetHead Head(int target, double weight)
        {
            var wanted = new Target($"target{target}") { Head = "l1", Weight = weight };
            return TargetHead.Create(wanted, Scaler.Fit(wanted, rows.Present(target)));
        }
    }

    [Fact]
    public void The_training_loss_is_the_mean_over_the_rows()
    {
        TrainingSet<Vectors> train = Toy.Set(18); // a batch of 16 and one of 2
        Objective objective = Toy.Objective(train);
        using var network = new ToyNetwork(Toy.Inputs, objective.Heads.Outputs, normalized: false);
        TrainingOptions still = Toy.Options with { Epochs = 1, Optimizer = new() { LearningRate = 1e-12 } };
        TrainingResult result = new Trainer<Vectors>(network, objective, still).Fit(train);

        Assert.Equal(MeanAbsoluteError(network, objective, train, 0) / objective.Heads[0].Scaler.Scale, result.History[0].TrainLoss, 1e-5);
    }

    [Fact]
    public void Impossible_requests_are_refused()
    {
        TrainingSet<Vectors> train = Toy.Set(10);
        Objective objective = Toy.Objective(train);
        Assert.Contains("'epochs' is 0", Message(Toy.Options with { Epochs = 0 }));
        Assert.Contains("validation rows", Message(Toy.Options with { Keep = WeightsKept.Best }));
        Assert.Contains("average decay", Message(Toy.Options with { Keep = WeightsKept.Average }));
        train = Toy.Set(10, missing: (_, _) => true);
        Assert.Contains("None of the training rows", Message(Toy.Options));

        string Message(TrainingOptions options) => Assert.Throws<InputException>(() => Fit(options, train, null, objective)).Message;
    }

    private static TrainingResult Fit(
        TrainingOptions options, TrainingSet<Vectors> train, TrainingSet<Vectors>? validation, Objective objective)
    {
        using ToyNetwork network = Toy.Network(objective);
        return new Trainer<Vectors>(network, objective, options).Fit(train, validation);
    }

    [Fact]
    public void Position_counts_every_step()
    {
        TrainingSet<Vectors> train = Toy.Set(40);
        Objective objective = Toy.Objective(train);
        using ToyNetwork network = Toy.Network(objective);
        var seen = new List<TrainingPosition>();
        new Trainer<Vectors>(network, objective, Toy.Options) { Position = new Direct<TrainingPosition>(seen.Add) }.Fit(train);
        Assert.Equal(9, seen.Count);
        Assert.Equal(new TrainingPosition(2, 3, 1, 3), seen[3]);
    }

    private static double MeanAbsoluteError(ToyNetwork network, Objective objective, TrainingSet<Vectors> rows, int target)
    {
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        network.eval();
        var estimates = objective.Heads.Interpret(network.call(network.Encoder.Join(rows.Samples)));
        return estimates.Select((row, i) => Math.Abs(row[target].Mean - rows[i, target]!.Value)).Average();
    }
}
