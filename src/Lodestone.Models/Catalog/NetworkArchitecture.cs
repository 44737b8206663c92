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
        WarmStart? start = task.StartFrom is null ? null : new WarmStart(task.StartFrom, Name);
        TOptions options = Parse(start?.Options(task.Options) ?? task.Options);
        HeadSet heads = MakeHeads(task, start);
        Network<TBatch>[] members = [.. Enumerable.Range(0, task.Members).Select(member => Initialize(task, options, heads, member))];
        if (start is not null) CopyWeights(start, members, heads, options, task);
        Freeze(members, task.Freeze);
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

    private static HeadSet MakeHeads(TrainingTask task, WarmStart? start) => new(TargetHead.CreateAll(
    [
        .. task.Targets.Concat(task.Auxiliary).Select(target =>
            (target, start?.ScalerOf(target) ?? Scaler.Fit(target, task.Train.SelectMany(material => TargetValues.Of(material, target)).OfType<double>()))),
    ]));

    private Network<TBatch> Initialize(TrainingTask task, TOptions options, HeadSet heads, int member)
    {
        random.manual_seed(task.Seeds.For("weights").For(member).ToInt64());
        return Creator(heads.Targets.First())(options, heads.Outputs);
    }

    private void CopyWeights(WarmStart start, Network<TBatch>[] members, HeadSet heads, TOptions options, TrainingTask task)
    {
        // The tensors with a row an output are those that one more output makes larger.
        using Network<TBatch> wider = Creator(heads.Targets.First())(options, heads.Outputs + 1);
        Dictionary<string, Tensor> more = wider.state_dict();
        HashSet<string> outputs = [.. members[0].state_dict().Where(pair => !pair.Value.shape.SequenceEqual(more[pair.Key].shape)).Select(pair => pair.Key)];
        (int Taken, IReadOnlyList<string> New)[] copied = [.. members.Select((network, member) => start.Copy(network, member, heads, outputs))];
        var (taken, left) = copied[0];
        string others = left.Count == 0 ? "none is new" : $"new, at least in part, are {string.Join(", ", left)}";
        task.Messages?.Report(FormattableString.Invariant($"{taken} tensors of {taken + left.Count} come from '{task.StartFrom!.Description.Name}'; {others}."));
    }

    private static void Freeze(Network<TBatch>[] members, IReadOnlyList<string> names)
    {
        foreach (Network<TBatch> network in members)
        {
            (string name, TorchSharp.Modules.Parameter parameter)[] all = [.. network.named_parameters()];
            foreach (string name in names)
            {
                var frozen = all.Where(one => one.name == name || one.name.StartsWith(name + ".", StringComparison.Ordinal)).ToArray();
                string[] known = [.. all.Select(one => one.name.Split('.')[0]).Distinct()];
                if (frozen.Length == 0) throw new InputException($"There are no weights '{name}' to freeze; there are {string.Join(", ", known)}.{Suggestion.Ask(name, known)}");
                foreach (var (_, parameter) in frozen) parameter.requires_grad = false;
            }

            if (all.All(one => !one.parameter.requires_grad)) throw new InputException("All weights are frozen, so that nothing is left to learn; leave some out of 'freeze'.");
        }
    }
}
