using System.Text.Json.Nodes;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Models.Catalog;

namespace Lodestone.Models.Canonicalization;

/// <summary>A trained model behind a learned canonicalizer, in one file; <see cref="Adaptation"/> makes it.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="summary">One sentence: what it is.</param>
public sealed class CanonicalizedArchitecture(string name, string summary) : Architecture(name, summary, "what its model reads")
{
    internal const string ModelPrefix = "model/";
    internal const string CanonicalizerPrefix = "canonicalizer/";

    /// <inheritdoc />
    public override IReadOnlyList<ArchitectureOption> Describe(JsonObject options) => OptionSet.Describe(Parse(options));

    /// <summary>Number of trained parameters of the canonicalizer; those of the model depend on the model.</summary>
    /// <inheritdoc />
    public override long CountParameters(JsonObject options)
    {
        using var network = new OrientationNetwork(Parse(options));
        return network.parameters().Sum(parameter => parameter.numel());
    }

    /// <inheritdoc />
    public override IPropertyModel Load(ModelFile file, string source)
    {
        CanonicalizedOptions options = Parse(file.Description.Options);
        IPropertyModel model = ModelCatalog.Load(NestedModel.Load(file, ModelPrefix, source), source);
        var network = new OrientationNetwork(options);
        ModuleTensors.Load(network, file.Tensors, CanonicalizerPrefix, source);
        network.eval();
        return new CanonicalizedModel(model, new OrientationCanonicalizer(options.Group, network).Form);
    }

    /// <inheritdoc />
    public override TrainedModel Train(TrainingTask task, IProgress<MemberReport>? progress, CancellationToken cancellation) =>
        throw new InputException($"The architecture '{Name}' is a trained model with a canonicalizer; train the model first, then run 'lodestone model adapt'.");

    private CanonicalizedOptions Parse(JsonObject options)
    {
        CanonicalizedOptions parsed = OptionSet.Parse<CanonicalizedOptions>(options, Name);
        parsed.Check();
        return parsed;
    }
}
