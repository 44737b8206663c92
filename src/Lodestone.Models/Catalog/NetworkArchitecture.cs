using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Metrics;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using static TorchSharp.torch;

namespace Lodestone.Models.Catalog;

/// <summary>An architecture whose models are torch networks, alone or as an ensemble.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="summary">One sentence: what it is.</param>
/// <param name="inputs">One phrase: what it reads.</param>
/// <param name="create">Makes a network with random weights of options and a number of outputs.</param>
/// <typeparam name="TOptions">The hyper-parameters.</typeparam>
/// <typeparam name="TBatch">What the network reads.</typeparam>
public sealed class NetworkArchitecture<TOptions, TBatch>(
    string name, string summary, string inputs, Func<TOptions, int, Network<TBatch>> create) : Architecture(name, summary, inputs)
    where TOptions : new()
{
    /// <summary>Makes a network that gives its outputs for each site; null where the architecture has none.</summary>
    public Func<TOptions, int, Network<TBatch>>? CreateForSites { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<ArchitectureOption> Describe(JsonObject options) => OptionSet.Describe(Parse(options));

    /// <inheritdoc />
    public override long CountParameters(JsonObject options)
    {
        using Network<TBatch> network = create(Parse(options), 1);
        return network.parameters().Sum(parameter => parameter.numel());
    }

    /// <inheritdoc />
    public override IPropertyModel Load(ModelFile file, string source)
    {
        TOptions options = Parse(file.Description.Options);
        Target target = file.Description.Targets[0].Target;
        return NetworkModel<TBatch>.Load(file, outputs => Creator(target)(options, outputs), source);
    }

    /// <inheritdoc />
    public override TrainedModel Train(TrainingTask task, IProgress<MemberReport>? progress, CancellationToken cancellation)
    {
        TOptions options = Parse(task.Options);
        if (task.StartFrom is { } start && start.Description.Architecture != Name)
            throw new InputException($"The model of 'start_from' is of the architecture '{start.Description.Architecture}', the training of '{Name}'; name a model of the same architecture, or leave 'start_from' out.");
        HeadSet heads = MakeHeads(task);
        Network<TBatch>[] members = [.. Enumerable.Range(0, task.Members).Select(member => Initialize(task, options, heads, member))];
        using var model = new NetworkModel<TBatch>(members, heads, task.Auxiliary.Count);
        EncodedRows<TBatch> train = EncodedRows<TBatch>.Encode(members[0].Encoder, task.Train, [.. heads.Targets], unlabelled: 0, task.Encodings, cancellation);
        EncodedRows<TBatch> validation = EncodedRows<TBatch>.Encode(members[0].Encoder, task.Validation, task.Targets, task.Auxiliary.Count, task.Encodings, cancellation);
        var leftOut = new ReasonTally();
        foreach (var (id, reason) in train.Failures.Concat(validation.Failures)) leftOut.Add(reason, id);
        if (train.Set.Count == 0 && train.Failures.Count > 0)
            throw new InputException($"The architecture '{Name}' can take none of the {train.Failures.Count} training rows. {string.Join(' ', leftOut.Lines())}");

        task.Taken?.Invoke(new TakenRows(train.Set.Count, validation.Set.Count, leftOut));
        IReadOnlyList<IReadOnlyList<EpochReport>> histories = MemberTraining.Run(members, heads, train.Set, validation.Set, task, progress, cancellation);
        IReadOnlyList<Prediction> predictions = model.PredictEach(task.Validation, cancellation);
        IEnumerable<TargetDescription> targets = heads.SkipLast(task.Auxiliary.Count).Select((head, index) =>
            new TargetDescription(head.Target, head.Scaler).LearnedFrom([.. train.Set.Present(index)])
                .Calibrate(LabelledEstimates.Of(predictions, index, head.Target, task.Validation)));
        return new TrainedModel(
            OptionSet.Format(options),
            [.. members.SelectMany((network, member) => ModuleTensors.Save(network, ModelFile.MemberPrefix(member)))],
            [.. targets],
            leftOut.Count,
            histories.Max(history => history.Count))
        {
            Histories = histories,
            Auxiliary = [.. heads.TakeLast(task.Auxiliary.Count).Select(head => new TargetDescription(head.Target, head.Scaler))],
            Warnings = train.Warnings.Count == 0 ? [] : [$"The network does not see everything of {train.Warnings.Count} training rows. {train.Warnings[0].Id}: {train.Warnings[0].Warning}"],
        };
    }

    private TOptions Parse(JsonObject options) => OptionSet.Parse<TOptions>(options, Name);

    private Func<TOptions, int, Network<TBatch>> Creator(Target target) => target.Level == TargetLevel.Material ? create
        : CreateForSites ?? throw ForMaterialsOnly(target.Name);

    private static HeadSet MakeHeads(TrainingTask task) => new(TargetHead.CreateAll(
    [
        .. task.Targets.Concat(task.Auxiliary).Select(target =>
            (target, Scaler.Fit(target, task.Train.SelectMany(material => TargetValues.Of(material, target)).OfType<double>()))),
    ]));

    private Network<TBatch> Initialize(TrainingTask task, TOptions options, HeadSet heads, int member)
    {
        random.manual_seed(task.Seeds.For("weights").For(member).ToInt64());
        Network<TBatch> network = Creator(heads.Targets.First())(options, heads.Outputs);
        if (task.StartFrom is { } start)
            WarmStart.Copy(start, member % start.Description.Members, network);
        return network;
    }
}
