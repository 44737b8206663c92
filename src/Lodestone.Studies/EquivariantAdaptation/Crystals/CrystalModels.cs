using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Models;
using Lodestone.Models.Canonicalization;
using Lodestone.Models.Catalog;

namespace Lodestone.Studies.EquivariantAdaptation.Crystals;

/// <summary>Trains and adapts the models of the study.</summary>
/// <param name="rows">The crystals.</param>
/// <param name="options">Sizes and epochs.</param>
/// <param name="progress">Told of each epoch.</param>
internal sealed class CrystalModels(CrystalRows rows, CrystalAdaptationOptions options, IProgress<EpochReport>? progress)
{
    /// <summary>Trains a network; a run that was interrupted goes on.</summary>
    /// <param name="variant">The network.</param>
    /// <param name="start">A model whose weights it starts from; null starts from random ones.</param>
    /// <param name="seed">Seed of weights and of the order of the rows.</param>
    /// <param name="runFolder">Where the state is kept while the training goes on.</param>
    /// <param name="cancellation">Ends the training in a state from which it goes on.</param>
    public ModelFile Train(CrystalVariant variant, ModelFile? start, ulong seed, string runFolder, CancellationToken cancellation)
    {
        TrainedModel trained = ModelCatalog.Architecture(variant.Architecture).Train(
            new TrainingTask
            {
                Train = rows.Train,
                Validation = rows.Validation,
                Targets = [new Target(options.Target) { Head = "l1" }],
                Options = OptionsOf(variant),
                Training = new TrainingOptions { Epochs = start is null ? options.Epochs : options.AdaptationEpochs, BatchSize = options.BatchSize, Keep = WeightsKept.Best },
                Seeds = new Seeds(seed),
                StartFrom = start,
                RunFolder = runFolder,
                Resume = Directory.Exists(runFolder),
                Identity = $"{options} {variant} {start?.Fingerprint()}",
            },
            progress is null ? null : new Epochs(progress), cancellation);
        return new ModelFile(
            new ModelDescription
            {
                Name = variant.Name,
                Architecture = variant.Architecture,
                Options = trained.Options,
                Targets = [.. trained.Targets],
                Training = new TrainingProvenance { TrainingRows = rows.Train.Count, ValidationRows = rows.Validation.Count, Seeds = [(long)seed], Epochs = trained.Epochs },
            },
            trained.Tensors);
    }

    /// <summary>Puts a canonicalizer before a trained model that learns from the training crystals, their labels unseen.</summary>
    public (ModelFile File, AdaptationReport Report) Adapt(ModelFile model, AdaptationGroup group, ulong seed, CancellationToken cancellation) =>
        new Adaptation(
            model, new CanonicalizedOptions { Group = group }, Adaptation.DefaultTraining with { Epochs = options.AdaptationEpochs, Seed = new Seeds(seed).For("adaptation").Root })
            .Run(rows.Train, progress, cancellation);

    private JsonObject OptionsOf(CrystalVariant variant) => variant.Architecture != CrystalVariant.Plain.Architecture ? [] : new JsonObject
    {
        ["feature_length"] = options.FeatureLength,
        ["layers"] = options.Layers,
        ["cutoff"] = options.Cutoff,
        ["canonicalization"] = variant.Canonicalization.ToString().ToLowerInvariant(),
        ["augmentation"] = variant.Augmentation,
    };

    private sealed class Epochs(IProgress<EpochReport> progress) : IProgress<MemberReport>
    {
        public void Report(MemberReport value)
        {
            if (value.Epoch is { } epoch) progress.Report(epoch);
        }
    }
}
