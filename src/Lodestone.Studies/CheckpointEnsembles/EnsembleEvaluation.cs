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

    /// <summary>Predictions with these weights after a pass over the training rows, in which the running means and variances of the batch
    /// normalizations follow what the network now computes.</summary>
    public double[][] PredictRefreshed(IReadOnlyList<NamedTensor> weights)
    {
        Load(weights);
        network.train();
        foreach (CrystalGraph batch in Batches(train))
        {
            using var scope = torch.NewDisposeScope();
            using var noGrad = torch.no_grad();
            network.forward(batch);
        }
        return Predict();
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
