using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Metrics;
using Lodestone.Learning.Training;
using Lodestone.Matter;

namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>
/// The claim of A. K. Mondal et al., arXiv:2310.01647, on point clouds: a predictor pretrained on molecules that all lie in their principal axes fails on
/// turned ones; a learned canonicalizer before it makes it invariant, at a cost in accuracy; with the prior ‖R − I‖² it keeps its accuracy and
/// is invariant. The canonicalizer is one of vector neurons, equivariant under rotations. Finished runs are kept in a folder.
/// </summary>
/// <param name="source">Molecules with positions and a value of the target.</param>
/// <param name="options">Sizes and epochs.</param>
/// <param name="folder">Where pretrained predictors and results are kept.</param>
public sealed class MoleculeAdaptationStudy(string source, MoleculeAdaptationOptions options, string folder)
{
    private static readonly MoleculeEncoder Encoder = new();
    private readonly Lazy<MoleculeRows> _rows = new(() => MoleculeRows.Read(source, options));

    /// <summary>Makes one model and measures it, or reads its result where it is finished.</summary>
    /// <param name="variant">What is done to the pretrained predictor, which is made first where it is missing.</param>
    /// <param name="seed">Seed of weights, of the order of the rows and of the turns.</param>
    /// <param name="progress">Told of each epoch.</param>
    /// <param name="cancellation">Ends the work; finished results are kept.</param>
    /// <exception cref="InputException">The options or the data cannot be used, or the folder holds a run with other options.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public MoleculeAdaptationResult Run(
        MoleculeVariant variant, ulong seed, IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        options.Check();
        Directory.CreateDirectory(folder);
        string path = PathOf($"{variant.ToString().ToLowerInvariant()}-seed{seed}.json");
        if (File.Exists(path)) return ReadResult(path);
        using var single = new SingleThread();
        if (variant is not MoleculeVariant.Plain) Run(MoleculeVariant.Plain, seed, progress, cancellation);
        MoleculeAdaptationResult result = Make(variant, seed, new MoleculeTraining(_rows.Value, options, new Seeds(seed), progress, cancellation));
        AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, result));
        return result;
    }

    private MoleculeAdaptationResult Make(MoleculeVariant variant, ulong seed, MoleculeTraining training)
    {
        var clock = Stopwatch.StartNew();
        if (variant is MoleculeVariant.Plain)
        {
            using MoleculePredictor pretrained = training.Pretrain();
            var tensors = new SafeTensors(ModuleTensors.Save(pretrained), new Dictionary<string, string>());
            AtomicFile.Write(PretrainedPath(seed), stream => stream.Write(tensors.ToBytes()));
            return Measure(variant, seed, training, pretrained, null, clock);
        }

        var predictor = new MoleculePredictor(options) { Augmentation = variant is MoleculeVariant.Augmentation };
        ModuleTensors.Load(predictor, SafeTensors.Parse(File.ReadAllBytes(PretrainedPath(seed)), PretrainedPath(seed)).Tensors, "", PretrainedPath(seed));
        if (variant is MoleculeVariant.Rule or MoleculeVariant.Augmentation)
        {
            using var owned = predictor;
            if (predictor.Augmentation) training.Augment(predictor);
            return Measure(variant, seed, training, predictor, null, clock);
        }

        MoleculeCanonicalizer canonicalizer = training.Canonicalizer();
        using var network = new CanonicalizedMoleculeNetwork(canonicalizer, predictor, givesFrames: variant is MoleculeVariant.Prior);
        if (variant is MoleculeVariant.FrozenPrior) training.Align(canonicalizer);
        if (variant is MoleculeVariant.NoPrior or MoleculeVariant.Prior) training.Tune(network);
        return Measure(variant, seed, training, network, canonicalizer, clock);
    }

    private MoleculeAdaptationResult Measure(
        MoleculeVariant variant, ulong seed, MoleculeTraining training, Network<MoleculeBatch> network, MoleculeCanonicalizer? canonicalizer, Stopwatch clock)
    {
        double seconds = clock.Elapsed.TotalSeconds;
        MoleculeRows rows = _rows.Value;
        Seeds turns = new Seeds(seed).For("turns");
        double median = Ranks.Median([.. rows.Train.Present(0)])!.Value;
        double Error(IReadOnlyList<MoleculeBatch> molecules, TrainingSet<MoleculeBatch> set) => training.Error(
            network, variant is MoleculeVariant.Rule ? [.. molecules.Select(Encoder.Laid)] : molecules, set);
        return new MoleculeAdaptationResult(
            variant, seed, options, rows.Train.Count, rows.Test.Count, rows.Test.Present(0).Average(value => Math.Abs(value - median)),
            Error(rows.Validation.Samples, rows.Validation), Error(MoleculeRows.Turned(rows.Validation.Samples, turns.For("validation")), rows.Validation),
            Error(rows.Test.Samples, rows.Test), Error(MoleculeRows.Turned(rows.Test.Samples, turns.For("test")), rows.Test),
            canonicalizer is null ? null : rows.Test.Samples.Average(canonicalizer.DistanceFromIdentity), seconds);
    }

    private string PretrainedPath(ulong seed) => PathOf($"pretrained-seed{seed}.safetensors");

    private string PathOf(FormattableString name) => Path.Combine(folder, name.ToString(CultureInfo.InvariantCulture));

    private MoleculeAdaptationResult ReadResult(string path)
    {
        MoleculeAdaptationResult result = JsonSerializer.Deserialize<MoleculeAdaptationResult>(File.ReadAllText(path))!;
        return result.Options == options
            ? result
            : throw new InputException($"{path} is the result of a run with other options; choose another folder.");
    }
}
