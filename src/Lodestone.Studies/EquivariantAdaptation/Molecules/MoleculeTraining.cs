using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Objectives;
using Lodestone.Learning.Training;
using TorchSharp;

namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>Trains the networks of the study: AdamW with a rate that falls as a cosine, the weights of the last step kept.</summary>
/// <param name="rows">The molecules.</param>
/// <param name="options">Sizes and epochs.</param>
/// <param name="seeds">Weights and the order of the molecules.</param>
/// <param name="progress">Told of each epoch.</param>
/// <param name="cancellation">Ends the training.</param>
internal sealed class MoleculeTraining(
    MoleculeRows rows, MoleculeAdaptationOptions options, Seeds seeds, IProgress<EpochReport>? progress, CancellationToken cancellation)
{
    private const int FrameEntries = 9;
    private readonly TargetHead _energy = EnergyHead(rows, options);

    /// <summary>Trains a predictor on molecules as they lie.</summary>
    public MoleculePredictor Pretrain()
    {
        Seed("predictor");
        var predictor = new MoleculePredictor(options);
        Fit(predictor, frames: false, labels: true, options.PretrainingEpochs, options.LearningRate);
        return predictor;
    }

    /// <summary>Trains a predictor on with molecules that are turned at random.</summary>
    public void Augment(MoleculePredictor predictor)
    {
        Seed("augmentation");
        Fit(predictor, frames: false, labels: true, options.Epochs, options.AdaptationRate);
    }

    /// <summary>A canonicalizer with random weights.</summary>
    public MoleculeCanonicalizer Canonicalizer()
    {
        Seed("canonicalizer");
        return new MoleculeCanonicalizer(options);
    }

    /// <summary>Trains a canonicalizer by the prior alone.</summary>
    public void Align(MoleculeCanonicalizer canonicalizer) => Fit(canonicalizer, frames: true, labels: false, options.Epochs, options.AdaptationRate);

    /// <summary>Trains a canonicalizer and a predictor together.</summary>
    /// <param name="network">Both; where it gives frames, the prior acts on them.</param>
    public void Tune(CanonicalizedMoleculeNetwork network) => Fit(network, frames: network.Outputs > 1, labels: true, options.Epochs, options.AdaptationRate);

    /// <summary>The mean absolute error of the first output, in the unit of the target.</summary>
    public double Error(Network<MoleculeBatch> network, IReadOnlyList<MoleculeBatch> samples, TrainingSet<MoleculeBatch> set)
    {
        var heads = new HeadSet([_energy]);
        network.eval();
        using var noGrad = torch.no_grad();
        double sum = 0;
        int row = 0;
        foreach (MoleculeBatch[] batch in samples.Chunk(options.BatchSize))
        {
            using var scope = torch.NewDisposeScope();
            foreach (var estimate in heads.Interpret(network.forward(MoleculeBatch.Join(batch)).narrow(1, 0, 1)))
                sum += Math.Abs(estimate[0].Mean - set[row++, 0]!.Value);
        }
        return sum / row;
    }

    private static TargetHead EnergyHead(MoleculeRows rows, MoleculeAdaptationOptions options)
    {
        var target = new Target(options.Target) { Head = "l1" };
        return TargetHead.Create(target, Scaler.Fit(target, rows.Train.Present(0)));
    }

    private void Seed(string name) => torch.random.manual_seed(seeds.For(name).ToInt64());

    private void Fit(Network<MoleculeBatch> network, bool frames, bool labels, int epochs, double rate)
    {
        IEnumerable<TargetHead> prior = Enumerable.Range(0, FrameEntries).Select(entry =>
            TargetHead.Create(new Target($"R{entry}") { Head = "mse", Weight = options.PriorWeight / FrameEntries }, new Scaler(0, 1)));
        var heads = new HeadSet([.. labels ? [_energy] : Array.Empty<TargetHead>(), .. frames ? prior : []]);
        var training = new TrainingOptions
        {
            Epochs = epochs,
            BatchSize = options.BatchSize,
            Optimizer = new OptimizerOptions { LearningRate = rate },
            ClipNorm = 1,
            Seed = seeds.For("training").Root,
        };
        new Trainer<MoleculeBatch>(network, new Objective(heads), training)
            .Fit(Labelled(rows.Train, frames, labels), Labelled(rows.Validation, frames, labels), progress, cancellation);
    }

    /// <summary>The target of a molecule, and the unit matrix that its frame shall be.</summary>
    private static TrainingSet<MoleculeBatch> Labelled(TrainingSet<MoleculeBatch> set, bool frames, bool labels)
    {
        int first = labels ? 1 : 0;
        var values = new double?[set.Count, first + (frames ? FrameEntries : 0)];
        for (int row = 0; row < set.Count; row++)
        {
            if (labels) values[row, 0] = set[row, 0];
            for (int entry = first; entry < values.GetLength(1); entry++) values[row, entry] = (entry - first) % 4 == 0 ? 1 : 0;
        }
        return new TrainingSet<MoleculeBatch>(set.Samples, values);
    }
}
