using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Objectives;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Models.Cartesian;
using Lodestone.Models.Catalog;
using Lodestone.Models.Encodings;
using static TorchSharp.torch;

namespace Lodestone.Models.Canonicalization;

/// <summary>
/// Makes a trained model invariant without a change of its weights (A. K. Mondal et al., "Equivariant adaptation of large pretrained models", NeurIPS
/// 2023): only a canonicalizer learns, with the prior ‖R − I‖² that leaves crystals as they lay when the model was trained. No labels are needed.
/// </summary>
/// <param name="model">The trained model.</param>
/// <param name="options">The canonicalizer.</param>
/// <param name="training">How it learns.</param>
public sealed class Adaptation(ModelFile model, CanonicalizedOptions options, TrainingOptions training)
{
    private const string Entries = "xyz";
    private const int HeldOutShare = 5;

    /// <summary>How a canonicalizer learns where nothing else is said.</summary>
    public static TrainingOptions DefaultTraining { get; } = new() { Epochs = 40, BatchSize = 32, Keep = WeightsKept.Best };

    /// <summary>Where the state of the training is kept, so that it can be resumed; null keeps none.</summary>
    public string? RunFolder { get; init; }

    /// <summary>Go on from the state in <see cref="RunFolder"/> if there is one; otherwise training starts from the beginning.</summary>
    public bool Resume { get; init; }

    /// <summary>Trains the canonicalizer.</summary>
    /// <param name="materials">Materials as the model was trained on: turned in the same way, in the same cells. Every fifth is held out.</param>
    /// <param name="progress">Told of each epoch.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>One model file with everything, and what was measured on held-out materials.</returns>
    /// <exception cref="InputException">There are fewer than ten crystals, the model predicts values of sites, an option is out of its range, or the kept
    /// state is that of another adaptation.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled; with a run folder it can be resumed.</exception>
    public (ModelFile File, AdaptationReport Report) Run(
        IReadOnlyList<Material> materials, IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        options.Check();
        if (model.Description.Targets.FirstOrDefault(target => target.Target.Level is TargetLevel.Site) is { } site)
            throw new InputException($"The model predicts '{site.Target.Name}' of sites; only models of whole materials can be adapted.");
        var seeds = new Seeds(training.Seed);
        random.manual_seed(seeds.For("weights").ToInt64());
        using var network = new OrientationNetwork(options);
        (Material Material, CartesianGraph Sample, Matrix3D Target)[] crystals = [.. materials.AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(material => Encode(network.Encoder, material)).OfType<(Material, CartesianGraph, Matrix3D)>()];
        if (crystals.Length < 2 * HeldOutShare)
            throw new InputException($"The data hold {crystals.Length} crystals that a canonicalizer can take; give at least {2 * HeldOutShare}.");
        var train = crystals.Where((_, row) => row % HeldOutShare != 0).ToArray();
        var heldOut = crystals.Where((_, row) => row % HeldOutShare == 0).ToArray();
        new Trainer<CartesianGraph>(network, new Objective(Heads()), training with { Seed = seeds.For("training").Root }) { Checkpoint = Checkpoint(crystals.Select(row => row.Material)) }
            .Fit(ToSet(train), ToSet(heldOut), progress, cancellation);
        network.eval();

        var file = new ModelFile(Describe(), [
            .. NestedModel.Save(CanonicalizedArchitecture.ModelPrefix, model),
            .. ModuleTensors.Save(network, CanonicalizedArchitecture.CanonicalizerPrefix)]);
        var canonicalizer = new OrientationCanonicalizer(options.Group, network);
        Material[] sample = [.. heldOut.Select(row => row.Material)];
        return (file, new AdaptationReport(
            train.Length, heldOut.Length, materials.Count - crystals.Length,
            InvarianceProbe.Change(model, sample, options.Group, seeds.For("probe")), InvarianceProbe.Change(file, sample, options.Group, seeds.For("probe")),
            sample.Average(material => OrientationCanonicalizer.DistanceFromIdentity(canonicalizer.Turn(material.Structure!)))));
    }

    private CheckpointOptions? Checkpoint(IEnumerable<Material> crystals)
    {
        if (RunFolder is null) return null;
        Directory.CreateDirectory(RunFolder);
        return new CheckpointOptions(Path.Combine(RunFolder, "canonicalizer.checkpoint"))
        {
            Resume = Resume,
            Identity = FormattableString.Invariant(
                $"{model.Fingerprint()} {OptionSet.Format(options).ToJsonString()} {MaterialDigest.Of([.. crystals.Select(crystal => MaterialDigest.Of(crystal, []))]):x}"),
        };
    }

    /// <summary>What the network sees of a material, and the orientation that leaves it as it is: of equal ones, that closest to the unit matrix.</summary>
    private (Material Material, CartesianGraph Sample, Matrix3D Target)? Encode(IEncoder<CartesianGraph> encoder, Material material)
    {
        if (material.Structure?.Lattice is null) return null;
        try
        {
            Structure standing = OrientationCanonicalizer.Standing(material.Structure, options.Group);
            Matrix3D way = OrientationCanonicalizer.Ways(material.Structure, options.Group).MinBy(OrientationCanonicalizer.DistanceFromIdentity);
            return (material, encoder.Encode(material with { Structure = standing }), way.Transposed);
        }
        catch (EncodingException)
        {
            return null;
        }
    }

    private ModelDescription Describe() => model.Description with
    {
        Architecture = "canonicalized",
        Options = OptionSet.Format(options),
        Auxiliary = [],
        Members = 1,
        Measurements = [],
        Notes = string.Join(' ', new[] { "Read through a learned canonicalizer, made by 'lodestone model adapt'.", model.Description.Notes }.OfType<string>()),
    };

    /// <summary>A target an entry of A. The loss is the mean over the entries of (A − Rᵀ)², which is that of (R·A − I)².</summary>
    private static HeadSet Heads() => new(Enumerable.Range(0, 9).Select(i =>
        TargetHead.Create(new Target($"{Entries[i / 3]}{Entries[i % 3]}") { Head = "mse", Weight = 1 / 9.0 }, new Scaler(0, 1))));

    private static TrainingSet<CartesianGraph> ToSet((Material Material, CartesianGraph Sample, Matrix3D Target)[] rows)
    {
        var values = new double?[rows.Length, 9];
        for (int row = 0; row < rows.Length; row++)
            for (int i = 0; i < 9; i++)
                values[row, i] = rows[row].Target[i / 3][i % 3];
        return new TrainingSet<CartesianGraph>([.. rows.Select(row => row.Sample)], values);
    }
}
