using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Data.Descriptors;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Metrics;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Models.Catalog;

namespace Lodestone.Models.Estimators;

/// <summary>An architecture whose models are no networks: learners on descriptors, alone or as an ensemble.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="summary">One sentence: what it is.</param>
/// <param name="learner">Trains and loads its estimators.</param>
/// <typeparam name="TOptions">The hyper-parameters.</typeparam>
public sealed class EstimatorArchitecture<TOptions>(string name, string summary, ILearner<TOptions> learner)
    : Architecture(name, summary, "formulas or crystals, as descriptors")
    where TOptions : EstimatorOptions, new()
{
    /// <inheritdoc />
    public override IReadOnlyList<ArchitectureOption> Describe(JsonObject options) => OptionSet.Describe(Parse(options));

    /// <summary>Zero: how much an estimator stores depends on its data.</summary>
    /// <inheritdoc />
    public override long CountParameters(JsonObject options)
    {
        Parse(options);
        return 0;
    }

    /// <inheritdoc />
    public override IPropertyModel Load(ModelFile file, string source)
    {
        ModelDescription description = file.Description;
        TOptions options = Parse(description.Options);
        var tensors = new TensorReader(file.Tensors, "", source);
        return new EstimatorModel(
            [.. Enumerable.Range(0, description.Members).Select(member => learner.Load(description.Targets, tensors.Part(ModelFile.MemberPrefix(member))))],
            Reader(options),
            [.. description.Targets.Select(target => target.Target)])
        {
            Calibrations = [.. description.Targets.Select(target => target.Calibration)],
            Scope = TrainedScope.Of(description),
        };
    }

    /// <inheritdoc />
    public override TrainedModel Train(TrainingTask task, IProgress<MemberReport>? progress, CancellationToken cancellation)
    {
        TOptions options = Parse(task.Options);
        Check(task);
        DescriptorReader reader = Reader(options);
        var (features, failures) = reader.Read(task.Train, cancellation);
        var leftOut = ReasonTally.Of(task.Train, failures);
        LabelledRows rows = LabelledRows.Of(features, failures, task.Train, task.Targets);
        task.Taken?.Invoke(new TakenRows(rows.Count, task.Validation.Count, leftOut));
        IEstimator[] members = [.. Enumerable.Range(0, task.Members).Select(member =>
            learner.Train(options, rows, task.Seeds.For("training").For(member), Forward.To(progress, member, task.Members), cancellation))];

        using var model = new EstimatorModel(members, reader, task.Targets);
        IReadOnlyList<Prediction> predictions = model.PredictEach(task.Validation, cancellation);
        IEnumerable<TargetDescription> targets = rows.Targets.Select((target, index) => target.Calibrate(
            LabelledEstimates.Of(predictions, index, [.. task.Validation.Select(material => TargetValues.OfMaterial(material, target.Target))])));
        return new TrainedModel(
            OptionSet.Format(options with { SelectedDescriptors = reader.Names }),
            [.. members.SelectMany((member, index) => member.Save(ModelFile.MemberPrefix(index)))],
            [.. targets],
            leftOut.Count + predictions.Count(prediction => !prediction.Succeeded),
            null);
    }

    private void Check(TrainingTask task)
    {
        RefuseWhatNeedsANetwork(task);
        if (task.Training != new TrainingOptions())
            throw new InputException($"The architecture '{Name}' has no epochs, so that the training options mean nothing to it; leave 'training' out and set its own options (see 'lodestone model arch {Name}').");
        foreach (Target target in task.Targets)
        {
            if (target.Word is null) _ = TargetHead.Create(target, new Scaler(0, 1));
            if (target.Weight != 1)
                throw new InputException($"The targets of the architecture '{Name}' weigh the same; leave the weight of '{target.Name}' out.");
        }
    }

    private static DescriptorReader Reader(TOptions options) => new(DescriptorCatalog.Get(options.Descriptors), options.SelectedDescriptors, options.SignificantDigits);

    private TOptions Parse(JsonObject options)
    {
        var parsed = OptionSet.Parse<TOptions>(options, Name);
        learner.Check(parsed);
        return parsed;
    }

    private sealed class Forward(IProgress<MemberReport> progress, int member, int members) : IProgress<(int Done, int Total)>
    {
        public static Forward? To(IProgress<MemberReport>? progress, int member, int members) =>
            progress is null ? null : new Forward(progress, member, members);

        public void Report((int Done, int Total) value) => progress.Report(new MemberReport(member, members, value.Done, value.Total));
    }
}
