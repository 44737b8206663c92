using Lodestone.Models.Dense;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Irnet;

/// <summary>
/// y = relu(BN(W x + b)) + s(x), where s is x itself, or a linear map where the width changes. Batch normalization as in S. Ioffe and
/// C. Szegedy, ICML (2015); a batch of one material, which has no variance, is normalized as in evaluation.
/// </summary>
internal sealed class IrnetUnit : nn.Module<Tensor, Tensor>
{
    private readonly Linear dense;
    private readonly BatchNorm1d norm;
    private readonly Linear? skip;

    public IrnetUnit(int inputs, int width)
        : base(nameof(IrnetUnit))
    {
        dense = GlorotLinear.Create(inputs, width);
        norm = nn.BatchNorm1d(width);
        if (inputs != width) skip = GlorotLinear.Create(inputs, width);
        RegisterComponents();
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input)
    {
        norm.train(training && input.shape[0] > 1);
        Tensor active = nn.functional.relu(norm.forward(dense.forward(input)));
        return active + (skip is null ? input : skip.forward(input));
    }
}
