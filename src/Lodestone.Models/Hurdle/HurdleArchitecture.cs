using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Metrics;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Models.Catalog;

namespace Lodestone.Models.Hurdle;

/// <summary>Any two architectures as one for values most of which are zero: one learns whether a value is above the threshold of its target,
/// the other how large it is, from the rows above the threshold only.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="summary">One sentence: what it is.</param>
public sealed class HurdleArchitecture(string name, string summary) : Architecture(name, summary, "what its two architectures read")
{
    private const string OccurrencePrefix = "occurrence/";
    private const string SizePrefix = "size/";

    /// <inheritdoc />
    public override IReadOnlyList<ArchitectureOption> Describe(JsonObject options) => OptionSet.Describe(Parse(options));

    /// <inheritdoc />
    public override long CountParameters(JsonObject options)
    {
        HurdleOptions parsed = Parse(options);
        return Part(parsed.Occurrence).CountParameters(parsed.OccurrenceOptions) + Part(parsed.Size).CountParameters(parsed.SizeOptions);
    }

    /// <inheritdoc />
    public override IPropertyModel Load(ModelFile file, string source) => new HurdleModel(
        ModelCatalog.Load(NestedModel.Load(file, OccurrencePrefix, source), source),
        ModelCatalog.Load(NestedModel.Load(file, SizePrefix, source), source),
        [.. file.Description.Targets.Select(target => target.Target)])
    {
        Calibrations = [.. file.Description.Targets.Select(target => target.Calibration)],
    };

    /// <inheritdoc />
    public override TrainedModel Train(TrainingTask task, IProgress<MemberReport>? progress, CancellationToken cancellation)
    {
        HurdleOptions options = Parse(task.Options);
        RefuseWhatNeedsANetwork(task);
        if (task.Targets.FirstOrDefault(target => target.IsClass || target.Head == "hurdle") is { } unsuited)
            throw new InputException($"The architecture '{Name}' parts zero from size by itself; give the target '{unsuited.Name}' a head for its size, such as 'laplace'.");

        ModelFile occurrence = TrainPart(options.Occurrence, task with
        {
            Targets = [.. task.Targets.Select(target => target with { Head = "class", Minimum = null })],
            Options = options.OccurrenceOptions.DeepClone().AsObject(),
            Seeds = task.Seeds.For("occurrence"),
            RunFolder = task.RunFolder is null ? null : Path.Combine(task.RunFolder, "occurrence"),
        }, progress, cancellation);
        ModelFile size = TrainPart(options.Size, task with
        {
            Train = Above(task.Train, task.Targets),
            Validation = Above(task.Validation, task.Targets),
            Options = options.SizeOptions.DeepClone().AsObject(),
            Taken = null,
            Seeds = task.Seeds.For("size"),
            RunFolder = task.RunFolder is null ? null : Path.Combine(task.RunFolder, "size"),
        }, progress, cancellation);

        using var model = new HurdleModel(ModelCatalog.Load(occurrence, Name), ModelCatalog.Load(size, Name), task.Targets);
        IReadOnlyList<Prediction> predictions = model.PredictEach(task.Validation, cancellation);
        IEnumerable<TargetDescription> targets = size.Description.Targets.Select((target, index) =>
            (target with { TrainingMedian = occurrence.Description.Targets[index].TrainingMedian }).Calibrate(
                LabelledEstimates.Of(predictions, index, [.. task.Validation.Select(material => TargetValues.OfMaterial(material, target.Target))])));
        return new TrainedModel(
            OptionSet.Format(options),
            [.. NestedModel.Save(OccurrencePrefix, occurrence), .. NestedModel.Save(SizePrefix, size)],
            [.. targets],
            predictions.Count(prediction => !prediction.Succeeded),
            null);
    }

    private static ModelFile TrainPart(string architecture, TrainingTask task, IProgress<MemberReport>? progress, CancellationToken cancellation)
    {
        bool nothingSaid = task.Training == new TrainingOptions();
        TrainedModel trained = Part(architecture).Train(task with { Training = nothingSaid ? Part(architecture).Training : task.Training }, progress, cancellation);
        var description = new ModelDescription
        {
            Name = architecture,
            Architecture = architecture,
            Options = trained.Options,
            Targets = [.. trained.Targets],
            Members = task.Members,
            Elements = [.. task.Train.SelectMany(material => material.Composition.Elements).Distinct().OrderBy(element => element.AtomicNumber).Select(element => element.Symbol)],
        };
        return new ModelFile(description, trained.Tensors);
    }

    private static Architecture Part(string architecture) => ModelCatalog.Architecture(architecture);

    /// <summary>The materials with a target above its threshold; the values of targets that are not are taken away.</summary>
    private static Material[] Above(IReadOnlyList<Material> materials, IReadOnlyList<Target> targets)
    {
        bool IsAbove(Material material, Target target) => material.Number(target.Name) > target.Threshold;
        Material[] above =
        [
            .. materials.Where(material => targets.Any(target => IsAbove(material, target))).Select(material => material with
            {
                Properties = material.Properties.RemoveRange(targets.Where(target => !IsAbove(material, target)).Select(target => target.Name)),
            }),
        ];
        return above.Length > 0 || materials.Count == 0 ? above : throw new InputException(
            $"No row of '{string.Join("' or '", targets.Select(target => target.Name))}' is above its threshold; lower the threshold, or use another architecture.");
    }

    private HurdleOptions Parse(JsonObject options) => OptionSet.Parse<HurdleOptions>(options, Name);
}
