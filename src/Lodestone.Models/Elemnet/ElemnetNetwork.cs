using System.Collections.Immutable;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Models.Compositions;
using Lodestone.Models.Dense;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Elemnet;

/// <summary>
/// A plain stack of dense layers on element fractions, y = relu(W x + b), with dropout between blocks of layers: D. Jha et al., Sci. Rep.
/// 8, 17593 (2018).
/// </summary>
public sealed class ElemnetNetwork : Network<FractionBatch>
{
    private readonly Sequential layers;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="options">Hyper-parameters.</param>
    /// <param name="outputs">Number of outputs a material.</param>
    /// <exception cref="InputException">The layers are no plan, or a dropout is no share.</exception>
    public ElemnetNetwork(ElemnetOptions options, int outputs)
        : base(nameof(ElemnetNetwork), FractionElements.Encoder(options.AllElements), outputs)
    {
        ImmutableArray<LayerBlock> plan = LayerPlan.Parse(options.Layers, branched: false);
        if (options.Dropout.Any(share => share is not (>= 0 and < 1)) || options.Dropout.Count > plan.Length)
            throw new InputException($"The dropout of ElemNet is {string.Join(", ", options.Dropout)}; give at most one share a block of layers, each at least 0 and below 1.");
        layers = nn.Sequential([.. Layers(plan, options.Dropout), GlorotLinear.Create(plan[^1].Width, outputs)]);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <returns>[materials, outputs]</returns>
    public override Tensor forward(FractionBatch batch) => layers.forward(batch.ToTensor());

    private IEnumerable<nn.Module<Tensor, Tensor>> Layers(ImmutableArray<LayerBlock> plan, IReadOnlyList<double> dropout)
    {
        int inputs = ((ElementFractionEncoder)Encoder).Places;
        foreach (var (index, block) in plan.Index())
        {
            for (int layer = 0; layer < block.Branches[0]; layer++)
            {
                yield return GlorotLinear.Create(inputs, block.Width);
                yield return nn.ReLU();
                inputs = block.Width;
            }

            if (index < dropout.Count) yield return nn.Dropout(dropout[index]);
        }
    }
}
