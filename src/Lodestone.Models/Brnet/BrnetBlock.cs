using Lodestone.Models.Dense;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Brnet;

/// <summary>Branches of <see cref="BrnetUnit"/>s that read the same input; their outputs are added.</summary>
internal sealed class BrnetBlock : nn.Module<Tensor, Tensor>
{
    private readonly ModuleList<Sequential> branches;

    public BrnetBlock(BrnetOptions options, int inputs, LayerBlock block)
        : base(nameof(BrnetBlock))
    {
        branches = nn.ModuleList(block.Branches.Select(units => nn.Sequential(Enumerable.Range(0, units)
            .Select(unit => new BrnetUnit(options, unit == 0 ? inputs : block.Width, block.Width, unit == 0)))).ToArray());
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="input">[materials, inputs].</param>
    /// <returns>[materials, width]</returns>
    public override Tensor forward(Tensor input) => branches.Select(branch => branch.forward(input)).Aggregate((sum, branch) => sum + branch);
}
