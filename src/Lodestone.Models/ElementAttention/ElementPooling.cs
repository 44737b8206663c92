using Lodestone.Models.Compositions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.ElementAttention;

/// <summary>
/// Makes one vector of the elements of a formula. With attention, as in Roost (eq. 5), Σ_i w_i v_i with w_i = f_i exp(s_i) / Σ_j f_j exp(s_j),
/// where f are fractions and scores s and values v are linear in the vectors; each head weighs its own part of v.
/// </summary>
internal sealed class ElementPooling : nn.Module<Tensor, SetLayout, ElementSets, Tensor>
{
    private readonly PoolingName _name;
    private readonly int _heads;
    private readonly Linear? scores;
    private readonly Linear values;

    public ElementPooling(ElementAttentionOptions options)
        : base(nameof(ElementPooling))
    {
        (_name, _heads) = (options.Pooling, options.Heads);
        if (_name == PoolingName.Attention) scores = nn.Linear(options.FeatureLength, _heads);
        values = nn.Linear(options.FeatureLength, options.FeatureLength);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="elements">[elements, features].</param>
    /// <param name="layout">Which elements belong to a formula.</param>
    /// <param name="sets">Their fractions and amounts.</param>
    /// <returns>[formulas, features]</returns>
    public override Tensor forward(Tensor elements, SetLayout layout, ElementSets sets)
    {
        Tensor table = layout.ToTable(values.forward(elements)).view(layout.Formulas, layout.Places, _heads, -1);
        return (table * Weights(elements, layout, sets).unsqueeze(3)).sum(1).flatten(1);
    }

    /// <summary>[formulas, places, heads], or [formulas, places, 1].</summary>
    private Tensor Weights(Tensor elements, SetLayout layout, ElementSets sets)
    {
        Tensor given = tensor(_name == PoolingName.Amount ? sets.Amount : sets.Fraction).unsqueeze(1);
        if (scores is null) return layout.ToTable(given);
        Tensor logits = layout.ToTable(scores.forward(elements) + given.log()) + layout.Mask.view(layout.Formulas, layout.Places, 1);
        return logits.softmax(1);
    }
}
