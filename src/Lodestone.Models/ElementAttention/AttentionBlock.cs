using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.ElementAttention;

/// <summary>
/// One block: x ← x + A(LN(x)), x ← x + W₂ silu(W₁ LN(x)), where A is attention of several heads between the elements of a formula,
/// softmax(q kᵀ/√d) v. Source: A. Vaswani et al., NeurIPS (2017), eq. 1; normalization ahead of each part as in R. Xiong et al., ICML (2020).
/// </summary>
internal sealed class AttentionBlock : nn.Module<Tensor, SetLayout, Tensor>
{
    private readonly int _heads;
    private readonly LayerNorm attention_norm;
    private readonly Linear query_key_value;
    private readonly Linear mix;
    private readonly LayerNorm hidden_norm;
    private readonly Linear hidden;
    private readonly Linear output;
    private readonly Dropout dropout;

    public AttentionBlock(ElementAttentionOptions options)
        : base(nameof(AttentionBlock))
    {
        int length = options.FeatureLength;
        _heads = options.Heads;
        attention_norm = nn.LayerNorm(length);
        query_key_value = nn.Linear(length, 3 * length);
        mix = nn.Linear(length, length);
        hidden_norm = nn.LayerNorm(length);
        hidden = nn.Linear(length, options.BlockHiddenLength);
        output = nn.Linear(options.BlockHiddenLength, length);
        dropout = nn.Dropout(options.Dropout);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="elements">[elements, features].</param>
    /// <param name="layout">Which elements belong to a formula.</param>
    /// <returns>[elements, features]</returns>
    public override Tensor forward(Tensor elements, SetLayout layout)
    {
        elements = elements + dropout.forward(mix.forward(Attend(attention_norm.forward(elements), layout)));
        Tensor inner = nn.functional.silu(hidden.forward(hidden_norm.forward(elements)));
        return elements + dropout.forward(output.forward(inner));
    }

    private Tensor Attend(Tensor elements, SetLayout layout)
    {
        Tensor[] parts = layout.ToTable(query_key_value.forward(elements))
            .view(layout.Formulas, layout.Places, 3, _heads, -1).permute(2, 0, 3, 1, 4).unbind(0);
        Tensor attended = nn.functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], layout.Mask);
        return layout.FromTable(attended.transpose(1, 2));
    }
}
