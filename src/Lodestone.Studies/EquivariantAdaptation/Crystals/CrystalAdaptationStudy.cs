using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Metrics;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Models;
using Lodestone.Models.Canonicalization;
using Lodestone.Symmetry.Canonicalization.Crystals;

namespace Lodestone.Studies.EquivariantAdaptation.Crystals;

/// <summary>
/// The claim of A. K. Mondal et al., arXiv:2310.01647, and S.-O. Kaba et al., arXiv:2211.06489, on crystals: a network that reads Cartesian vectors
/// depends on how a crystal lies, augmentation helps against it, canonicalization makes it invariant as an equivariant network is, and a trained network
/// keeps its accuracy where the canonicalizer keeps to the orientations of the training data. Finished runs are kept in a folder, and a second call goes on from there.
/// </summary>
/// <param name="source">Crystals with the column <c>split</c>, which says <c>train</c>, <c>val</c> or <c>test</c>.</param>
/// <param name="options">Sizes and epochs.</param>
/// <param name="folder">Where models and results are kept.</param>
public sealed class CrystalAdaptationStudy(string source, CrystalAdaptationOptions options, string folder)
{
    private readonly Lazy<CrystalRows> _rows = new(() => CrystalRows.Read(source, options));

    /// <summary>Trains or adapts one model and measures it, or reads its result where it is finished.</summary>
    /// <param name="variant">The model; but for those that are trained from the start, the plain network of the same seed is trained first.</param>
    /// <param name="seed">Seed of weights, of the order of the rows and of the placements.</param>
    /// <param name="progress">Told of each epoch.</param>
    /// <param name="cancellation">Ends the work in a state from which the next call goes on.</param>
    /// <exception cref="InputException">The options or the data cannot be used, or the folder holds a run with other options.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public CrystalAdaptationResult Run(CrystalVariant variant, ulong seed, IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        options.Check();
        Directory.CreateDirectory(folder);
        string path = PathOf(variant, seed, ".json");
        if (File.Exists(path)) return ReadResult(path);
        using var single = new SingleThread();
        ModelFile? plain = variant.Kind is CrystalVariantKind.Trained ? null : PlainModel(seed, progress, cancellation);
        CrystalAdaptationResult result = Make(variant, plain, seed, new CrystalModels(_rows.Value, options, progress), cancellation);
        AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, result));
        return result;
    }

    private ModelFile PlainModel(ulong seed, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        Run(CrystalVariant.Plain, seed, progress, cancellation);
        return ModelFile.Load(PathOf(CrystalVariant.Plain, seed, ModelFile.Extension));
    }

    private CrystalAdaptationResult Make(CrystalVariant variant, ModelFile? plain, ulong seed, CrystalModels models, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        if (variant.Kind is CrystalVariantKind.StandardCell)
        {
            using var behind = new CanonicalizedModel(ModelCatalog.Load(plain!, variant.Name), StandardCell.Of);
            return Measure(behind, plain!.Description.Targets[0], variant, seed, null, 0);
        }

        ModelFile file;
        double? identity = null;
        if (variant.Kind is CrystalVariantKind.Adapted)
        {
            (file, AdaptationReport report) = models.Adapt(plain!, variant.Group, seed, cancellation);
            identity = report.IdentityMetric;
        }
        else
        {
            string runFolder = PathOf(variant, seed, ".run");
            file = models.Train(variant, plain, seed, runFolder, cancellation);
            Directory.Delete(runFolder, recursive: true);
        }

        double seconds = clock.Elapsed.TotalSeconds;
        file.Save(PathOf(variant, seed, ModelFile.Extension));
        using IPropertyModel model = ModelCatalog.Load(file, variant.Name);
        return Measure(model, file.Description.Targets[0], variant, seed, identity, seconds);
    }

    private CrystalAdaptationResult Measure(
        IPropertyModel model, TargetDescription target, CrystalVariant variant, ulong seed, double? identity, double seconds)
    {
        CrystalRows rows = _rows.Value;
        Seeds placements = new Seeds(seed).For("placements");
        RegressionMetrics Errors(IReadOnlyList<Material> crystals) =>
            target.Measure("", LabelledEstimates.Of(model.Predict(crystals), 0, target.Target, crystals)).Regression!;
        return new CrystalAdaptationResult(
            variant.Name, seed, options, rows.Train.Count,
            Errors(rows.Validation), Errors(CrystalPlacement.Turned(rows.Validation, placements.For("validation"))),
            Errors(rows.Test), Errors(CrystalPlacement.Turned(rows.Test, placements.For("turned"))),
            Errors(CrystalPlacement.DescribedAnew(rows.Test, placements.For("described anew"))), identity, seconds);
    }

    private string PathOf(CrystalVariant variant, ulong seed, string extension) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{variant.Name.Replace(", ", "-").Replace(' ', '-')}-seed{seed}{extension}"));

    private CrystalAdaptationResult ReadResult(string path)
    {
        CrystalAdaptationResult result = JsonSerializer.Deserialize<CrystalAdaptationResult>(File.ReadAllText(path))!;
        return result.Options == options
            ? result
            : throw new InputException($"{path} is the result of a run with other options; choose another folder.");
    }
}
