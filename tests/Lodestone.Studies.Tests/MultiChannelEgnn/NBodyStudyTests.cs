using Lodestone.Learning;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Studies.MultiChannelEgnn;
using Lodestone.Symmetry;
using Lodestone.Symmetry.Continuous;
using Lodestone.Testing;
using static TorchSharp.torch;

namespace Lodestone.Studies.Tests.MultiChannelEgnn;

public sealed class NBodyStudyTests : IDisposable
{
    private static readonly NBodyOptions Small = new() { Train = 40, Validation = 20, Test = 30, Epochs = 3, BatchSize = 10 };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_first_row_is_the_first_published_trajectory()
    {
        NBodyData data = NBodyData.Make(Small);

        Assert.Equal([40, 20, 30], [data.Train.Count, data.Validation.Count, data.Test.Count]);
        Assert.Equal([-1, 1, -1, -1, -1], data.Train.Samples[0].Charges);
        Assert.Equal(2.989116, data.Train.Samples[0].Positions[0], 1e-6);
        Assert.Equal(4.1655, data.Train[0, 0]!.Value, 1e-6);
        Assert.Equal(-2.320727, data.Train[0, 14]!.Value, 1e-6);
    }

    [Fact]
    public void Every_network_learns_something()
    {
        var study = new NBodyStudy(Small, _folder.Path);
        foreach (string network in NBodyStudy.Networks)
        {
            var losses = new Losses();
            NBodyResult result = study.Run(network, 1, losses);

            Assert.True(losses.Train[^1] < losses.Train[0], network);
            Assert.Equal(losses.Validation.Min(), result.ValidationError, 1e-12);
            Assert.InRange(result.TestError, 1e-4, 100);
        }
    }

    [Fact]
    public void In_the_solar_system_errors_are_measured_by_how_far_bodies_move()
    {
        NBodyOptions solar = Small with { System = ParticleSystem.SolarSystem };
        NBodyData data = NBodyData.Make(solar);
        var study = new NBodyStudy(solar, _folder.Path);

        Assert.Equal(9, data.Particles);
        Assert.Equal(0, data.Train.Samples[0].Charges.Sum(), 1e-4);
        Assert.InRange(data.Unit, 0.27, 0.33);        // the Earth: 2π au · 20.83 d / 365.25 d, less the bend of its way; Mercury more, outer planets less
        Assert.InRange(study.StraightLineError, 0.01, 1);
        NBodyResult result = study.Run("mc-egnn-2", 1);
        Assert.InRange(result.TestError, 0, 100);
        Assert.Contains("'validation'", Refusal(() => new NBodyStudy(solar with { Validation = 2000 }, _folder.Path).Run("egnn", 2)));
    }

    [Fact]
    public void The_canonicalized_network_moves_its_prediction_with_the_particles()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        using var canonicalized = new CanonicalizedParticleNetwork(5);
        using var plain = new GnnParticleNetwork(5);
        ParticleBatch[] samples = [.. NBodyData.Make(Small).Test.Samples.Take(5)];

        Assert.InRange(Error(canonicalized, samples), 0, 1e-4);
        Assert.InRange(Error(plain, samples), 0.01, 100);
    }

    private static double Error(Network<ParticleBatch> network, ParticleBatch[] samples)
    {
        using var noGrad = no_grad();
        return Equivariance.Measure(
            x => network.forward(x).view(-1, 3), EuclideanGroup.E3,
            (motion, x) => x with { Positions = Move(motion.Points, x.Positions), Velocities = Move(motion.Vectors, x.Velocities) },
            (motion, y) => motion.Points(y), Equivariance.LargestDifference, samples, elements: 10).Error;
    }

    private static float[] Move(Func<Tensor, Tensor> move, float[] vectors) => move(tensor(vectors).view(-1, 3)).data<float>().ToArray();

    [Fact]
    public void An_interrupted_run_goes_on_to_the_same_result()
    {
        NBodyResult whole = new NBodyStudy(Small, _folder.File("whole", ".")).Run("mc-egnn-2", 4);
        using var stop = new CancellationTokenSource();
        string part = _folder.File("part", ".");
        Assert.Throws<OperationCanceledException>(() => new NBodyStudy(Small, part).Run("mc-egnn-2", 4, new StopAt(2, stop), stop.Token));

        NBodyResult resumed = new NBodyStudy(Small, part).Run("mc-egnn-2", 4);

        Assert.Equal(whole with { TrainSeconds = 0 }, resumed with { TrainSeconds = 0 });
        Assert.Equal(resumed, new NBodyStudy(Small, part).Run("mc-egnn-2", 4));
    }

    [Fact]
    public void What_cannot_be_run_is_refused()
    {
        new NBodyStudy(Small with { Epochs = 1 }, _folder.Path).Run("gnn", 1);

        Assert.Contains("another folder", Refusal(() => new NBodyStudy(Small, _folder.Path).Run("gnn", 1)));
        Assert.Contains("cn-gnn, egnn", Refusal(() => new NBodyStudy(Small, _folder.Path).Run("cnn", 1)));
        Assert.Contains("'train'", Refusal(() => new NBodyStudy(Small with { Train = 10_001 }, _folder.Path).Run("egnn", 1)));
    }

    private static string Refusal(Action action) => Assert.Throws<InputException>(action).Message;

    private sealed class Losses : IProgress<EpochReport>
    {
        public List<double> Train { get; } = [];

        public List<double> Validation { get; } = [];

        public void Report(EpochReport value)
        {
            Train.Add(value.TrainLoss);
            Validation.Add(value.ValidationLoss!.Value);
        }
    }

    private sealed class StopAt(int epoch, CancellationTokenSource stop) : IProgress<EpochReport>
    {
        public void Report(EpochReport value)
        {
            if (value.Epoch == epoch) stop.Cancel();
        }
    }
}
