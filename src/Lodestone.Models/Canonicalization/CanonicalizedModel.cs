using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;

namespace Lodestone.Models.Canonicalization;

/// <summary>
/// Any model behind a canonicalization of crystals: each crystal is brought into its canonical form, and the model reads that. Formulas and molecules
/// pass as they are.
/// </summary>
/// <example><code>
/// IPropertyModel invariant = new CanonicalizedModel(model, StandardCell.Of);
/// </code></example>
/// <param name="model">The model; disposed with this one.</param>
/// <param name="canonicalForm">
/// The canonical form of a crystal, the same however it is turned and described; called from several threads. An <see cref="EncodingException"/>
/// fails the material. For a model of sites it has to keep the sites and their order, as <c>StandardCell</c> does for a primitive cell only.
/// </param>
public sealed class CanonicalizedModel(IPropertyModel model, Func<Structure, Structure> canonicalForm) : IPropertyModel
{
    /// <inheritdoc/>
    public IReadOnlyList<Target> Targets => model.Targets;

    /// <inheritdoc/>
    public IReadOnlyList<Prediction> Predict(IReadOnlyList<Material> materials, CancellationToken cancellation = default)
    {
        (Material Material, string? Reason)[] forms = [.. materials.AsParallel().AsOrdered().WithCancellation(cancellation).Select(Canonicalize)];
        IReadOnlyList<Prediction> predictions = model.Predict([.. forms.Select(form => form.Material)], cancellation);
        return [.. predictions.Zip(forms, (prediction, form) => form.Reason is null ? prediction : Prediction.Failed(form.Reason))];
    }

    /// <summary>Disposes the model.</summary>
    public void Dispose() => model.Dispose();

    private (Material Material, string? Reason) Canonicalize(Material material)
    {
        if (material.Structure?.Lattice is null) return (material, null);
        try
        {
            return (material with { Structure = canonicalForm(material.Structure) }, null);
        }
        catch (EncodingException e)
        {
            return (material, e.Message);
        }
    }
}
