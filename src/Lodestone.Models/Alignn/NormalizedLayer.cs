using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Alignn;

/// <summary>A dense layer: SiLU(BN(W x + b)).</summary>
internal sealed class NormalizedLayer : nn.Module<Tensor, Tensor>
{
    private readonly Linear linear;
    private readonly RowNormalization norm;

    /// <summary>Makes a layer with random weights from torch's generator.</summary>
    public NormalizedLayer(int inputs, int outputs)
        : base(nameof(NormalizedLayer))
    {
        linear = nn.Linear(inputs, outputs);
        norm = new RowNormalization(outputs);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="rows">[rows, inputs].</param>
    /// <returns>[rows, outputs]</returns>
    public override Tensor forward(Tensor rows) => nn.functional.silu(norm.forward(linear.forward(rows)));
}
