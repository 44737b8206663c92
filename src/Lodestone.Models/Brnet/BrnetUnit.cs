using Lodestone.Models.Dense;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Brnet;

/// <summary>
/// A dense layer with a skip: y = φ(W x + b) + s(x), where s is a linear map in the first unit of a branch and x itself in the others.
/// </summary>
internal sealed class BrnetUnit : nn.Module<Tensor, Tensor>
{
    private const double LeakySlope = 0.3;
    private readonly BrnetOptions _options;
    private readonly Linear dense;
    private readonly Linear? skip;

    public BrnetUnit(BrnetOptions options, int inputs, int width, bool first)
        : base(nameof(BrnetUnit))
    {
        _options = options;
        dense = GlorotLinear.Create(inputs, width);
        if (options.Skips && first) skip = GlorotLinear.Create(inputs, width);
        RegisterComponents();
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input)
    {
        Tensor linear = dense.forward(input);
        Tensor active = _options.Activation == ActivationName.Relu
            ? nn.functional.relu(linear)
            : nn.functional.leaky_relu(linear, LeakySlope);
        if (!_options.Skips) return active;
        return active + (skip is null ? input : skip.forward(input));
    }
}
