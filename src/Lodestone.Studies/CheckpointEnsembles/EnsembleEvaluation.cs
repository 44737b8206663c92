using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Training;
using Lodestone.Models.Cgcnn;
using Lodestone.Models.Graphs;
using TorchSharp;

namespace Lodestone.Studies.CheckpointEnsembles;

/// <summary>Predicts the test rows with given weights.</summary>
/// <param name="network">The network; its weights are replaced.</param>
/// <param name="heads">What its outputs mean.</param>
/// <param name="train">Rows whose statistics the normalizations take when they are refreshed.</param>
/// <param name="test">Rows to predict.</param>
/// <param name="batchSize">Materials at once.</param>
internal sealed class EnsembleEvaluation(
    CgcnnNetwork network, HeadSet heads, TrainingSet<CrystalGraph> train, TrainingSet<CrystalGraph> test, int batchSize)
{
    /// <summary>Predictions with these weights.</summary>
    /// <returns>[targets][rows], in the units of the targets.</returns>
    public double[][] Predict(IReadOnlyList<NamedTensor> weights)
    {
        Load(weights);
        return Predict();
    }

    /// <summary>Predictions with these weights where the means and variances of the batch normalizations are those of what the network now
    /// computes: averages over one pass of the training rows, batch by batch.</summary>
    public double[][] PredictRefreshed(IReadOnlyList<NamedTensor> weights)
    {
        Load(weights);
        Refresh();
        return Predict();
    }

    /// <summary>A running statistic that starts at zero is momentum × that of the batch after one batch.</summary>
    private void Refresh()
    {
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        IReadOnlyList<torch.Tensor> statistics = network.RunningStatistics;
        torch.Tensor[] sums = [.. statistics.Select(statistic => torch.zeros_like(statistic))];
        int batches = 0;
        network.train();
        foreach (CrystalGraph batch in Batches(train))
        {
            using var inner = torch.NewDisposeScope();
            foreach (torch.Tensor statistic in statistics) statistic.zero_();
            network.forward(batch);
            for (int i = 0; i < sums.Length; i++) sums[i].add_(statistics[i]);
            batches++;
        }
        for (int i = 0; i < sums.Length; i++) statistics[i].copy_(sums[i] / (CgcnnNetwork.NormalizationMomentum * batches));
    }

    private void Load(IReadOnlyList<NamedTensor> weights) =>
        ModuleTensors.Load(network, weights.ToDictionary(tensor => tensor.Name), "", "The checkpoint");

    private double[][] Predict()
    {
        network.eval();
        var columns = new double[heads.Count][];
        for (int target = 0; target < heads.Count; target++) columns[target] = new double[test.Count];
        int row = 0;
        foreach (CrystalGraph batch in Batches(test))
        {
            using var scope = torch.NewDisposeScope();
            using var noGrad = torch.no_grad();
            foreach (var estimates in heads.Interpret(network.forward(batch)))
            {
                for (int target = 0; target < heads.Count; target++) columns[target][row] = estimates[target].Mean;
                row++;
            }
        }
        return columns;
    }

    private IEnumerable<CrystalGraph> Batches(TrainingSet<CrystalGraph> rows) => rows.Samples.Chunk(batchSize).Select(network.Encoder.Join);
}
