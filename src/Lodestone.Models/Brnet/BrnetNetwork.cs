using System.Collections.Immutable;
using Lodestone.Learning;
using Lodestone.Models.Compositions;
using Lodestone.Models.Dense;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Brnet;

/// <summary>
/// The branched residual network on element fractions: V. Gupta, A. Peltekian, W. Liao, A. Choudhary and A. Agrawal, Sci. Rep. 13, 9128
/// (2023). Dense layers with skips; where a block has branches, they run side by side and are added.
/// </summary>
public sealed class BrnetNetwork : Network<FractionBatch>
{
    private readonly ModuleList<BrnetBlock> blocks;
    private readonly Linear output;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="options">Hyper-parameters.</param>
    /// <param name="outputs">Number of outputs a material.</param>
    /// <exception cref="Matter.InputException">The layers are no plan.</exception>
    public BrnetNetwork(BrnetOptions options, int outputs)
        : base(nameof(BrnetNetwork), FractionElements.Encoder(options.AllElements), outputs)
    {
        ImmutableArray<LayerBlock> plan = LayerPlan.Parse(options.Layers, branched: true);
        int places = ((ElementFractionEncoder)Encoder).Places;
        blocks = nn.ModuleList(plan.Select((block, index) => new BrnetBlock(options, index == 0 ? places : plan[index - 1].Width, block)).ToArray());
        output = GlorotLinear.Create(plan[^1].Width, outputs);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <returns>[materials, outputs]</returns>
    public override Tensor forward(FractionBatch batch) => output.forward(blocks.Aggregate(batch.ToTensor(), (layer, block) => block.forward(layer)));
}
