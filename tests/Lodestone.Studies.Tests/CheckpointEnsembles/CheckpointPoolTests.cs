using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Studies.CheckpointEnsembles;
using static TorchSharp.torch;

namespace Lodestone.Studies.Tests.CheckpointEnsembles;

public sealed class CheckpointPoolTests
{
    [Fact]
    public void The_best_epochs_are_those_of_the_smallest_validation_loss_and_their_weights_are_averaged()
    {
        using var network = nn.Linear(1, 1, hasBias: false);
        var pool = new CheckpointPool(network, null);
        double[] losses = [0.5, 0.2, 0.9, 0.1];
        foreach (var (epoch, loss) in losses.Index())
        {
            using (no_grad()) network.weight!.fill_(epoch);
            pool.Report(new EpochReport { Epoch = epoch + 1, Epochs = losses.Length, TrainLoss = 0, ValidationLoss = loss, LearningRate = 0, Seconds = 0, CrystalsPerSecond = 0 });
        }

        Assert.Equal(4, pool.Count);
        Assert.Equal([3, 1, 0], pool.Best(3).Select(Weight));
        Assert.Equal(4f / 3, Weight(CheckpointPool.Average(pool.Best(3))), 1e-6f);
    }

    private static float Weight(IReadOnlyList<NamedTensor> weights) => weights.Single().AsSingles()[0];
}
