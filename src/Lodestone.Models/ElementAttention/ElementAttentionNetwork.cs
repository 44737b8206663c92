using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Models.Compositions;
using Lodestone.Models.Elements;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.ElementAttention;

/// <summary>
/// Attention between the elements of a formula. Each element starts as its <see cref="ElementVectors"/> plus a linear map of its amount in
/// waves, passes through <see cref="AttentionBlock"/>s in which it sees the others, and all are pooled and read out by a small residual
/// perceptron. Our own, after Roost (Goodall and Lee 2020) and CrabNet (Wang et al. 2021).
/// </summary>
public sealed class ElementAttentionNetwork : Network<ElementSets>
{
    private readonly ElementAttentionOptions _options;
    private readonly ElementVectors vectors;
    private readonly Linear amounts;
    private readonly ModuleList<AttentionBlock> blocks;
    private readonly LayerNorm norm;
    private readonly ElementPooling pooling;
    private readonly ModuleList<Linear> hidden;
    private readonly Dropout dropout;
    private readonly Linear output;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="options">Hyper-parameters.</param>
    /// <param name="outputs">Number of outputs a formula.</param>
    /// <exception cref="InputException">An option is out of its range, or the heads do not divide the feature length.</exception>
    public ElementAttentionNetwork(ElementAttentionOptions options, int outputs)
        : base(nameof(ElementAttentionNetwork), new ElementAttentionEncoder(), outputs)
    {
        Check(options);
        int length = options.FeatureLength;
        _options = options;
        vectors = new ElementVectors(length, options.ElementProperties);
        amounts = nn.Linear(AmountBasis.Count(options.Amounts), length);
        blocks = nn.ModuleList(Enumerable.Range(0, options.Blocks).Select(_ => new AttentionBlock(options)).ToArray());
        norm = nn.LayerNorm(length);
        pooling = new ElementPooling(options);
        hidden = nn.ModuleList(Enumerable.Range(0, options.HiddenLayers).Select(_ => nn.Linear(length, length)).ToArray());
        dropout = nn.Dropout(options.Dropout);
        output = nn.Linear(length, outputs);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <returns>[formulas, outputs]</returns>
    public override Tensor forward(ElementSets batch)
    {
        var layout = new SetLayout(batch);
        Tensor elements = vectors.forward(tensor(batch.AtomicNumber))
            + amounts.forward(AmountBasis.ToTensor(batch.Fraction, _options.Amounts ? batch.Amount : null));
        foreach (AttentionBlock block in blocks)
            elements = block.forward(elements, layout);

        Tensor formulas = pooling.forward(norm.forward(elements), layout, batch);
        foreach (Linear layer in hidden)
            formulas = formulas + dropout.forward(nn.functional.silu(layer.forward(formulas)));
        return output.forward(formulas);
    }

    private static void Check(ElementAttentionOptions options)
    {
        if (options is not { FeatureLength: > 0, Heads: > 0, Blocks: >= 0, BlockHiddenLength: > 0, HiddenLayers: >= 0, Dropout: >= 0 and < 1 })
            throw new InputException("An option of element-attention is out of its range: lengths and heads are at least 1, numbers of blocks and layers at least 0, dropout is from 0 to below 1.");
        if (options.FeatureLength % options.Heads != 0)
            throw new InputException($"A feature length of {options.FeatureLength} is no multiple of {options.Heads} heads; change feature_length or heads.");
    }
}
