using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;

namespace Lodestone.App.Tests.Screening;

/// <summary>A model that says what it is told to say.</summary>
/// <param name="targets">Names of its targets.</param>
/// <param name="says">The values of a material, or null where the model is to refuse it.</param>
internal sealed class FixedModel(string[] targets, Func<Material, double[]?> says) : IPropertyModel
{
    public const string Refusal = "It is refused.";

    public IReadOnlyList<Target> Targets { get; } = [.. targets.Select(name => new Target(name))];

    public IReadOnlyList<Prediction> Predict(IReadOnlyList<Material> materials, CancellationToken cancellation = default) =>
        [.. materials.Select(material => says(material) is { } values
            ? Prediction.Of([.. values.Select(value => new Estimate(value, 0, 0, null))])
            : Prediction.Failed(Refusal))];

    /// <summary>Such a model with a file that knows its targets.</summary>
    /// <param name="name">The name of the model.</param>
    /// <param name="share">The share of the training rows that are of the class, for every target.</param>
    /// <param name="targets">Names of its targets.</param>
    /// <param name="says">The values of a material, or null.</param>
    public static NamedModel Named(string name, double? share, string[] targets, Func<Material, double[]?> says)
    {
        var description = new ModelDescription
        {
            Name = name,
            Architecture = "fixed",
            Options = [],
            Targets = [.. targets.Select(target => new TargetDescription(new Target(target), new Scaler(0, 1)) { TrainingShare = share })],
        };
        return new NamedModel(name, new FixedModel(targets, says), new ModelFile(description, new Dictionary<string, NamedTensor>()));
    }

    public void Dispose()
    {
    }
}
