using System.Collections.Immutable;
using Lodestone.Learning;
using Lodestone.Models.Compositions;
using Lodestone.Models.Dense;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Irnet;

/// <summary>A stack of dense layers, each with batch normalization and a skip, on element fractions: D. Jha et al., KDD (2019), p. 2385.</summary>
public sealed class IrnetNetwork : Network<FractionBatch>
{
    private readonly Sequential units;
    private readonly Linear output;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="options">Hyper-parameters.</param>
    /// <param name="outputs">Number of outputs a material.</param>
    /// <exception cref="Matter.InputException">The layers are no plan.</exception>
    public IrnetNetwork(IrnetOptions options, int outputs)
        : base(nameof(IrnetNetwork), FractionElements.Encoder(options.AllElements), outputs)
    {
        ImmutableArray<LayerBlock> plan = LayerPlan.Parse(options.Layers, branched: false);
        int[] widths = [((ElementFractionEncoder)Encoder).Places, .. plan.SelectMany(block => Enumerable.Repeat(block.Width, block.Branches[0]))];
        units = nn.Sequential(widths.Zip(widths[1..], (inputs, width) => new IrnetUnit(inputs, width)));
        output = GlorotLinear.Create(widths[^1], outputs);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <returns>[materials, outputs]</returns>
    public override Tensor forward(FractionBatch batch) => output.forward(units.forward(batch.ToTensor()));
}
