using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Images.Harmonics;

/// <summary>Multiplies each complex field z by σ(a·|z| + b), with a and b of its own: the phase stays.</summary>
internal sealed class HarmonicGate : nn.Module<Tensor, Tensor>
{
    // Keeps the gradient of |z| finite at zero.
    private const double Small = 1e-12;
    private readonly Parameter slope;
    private readonly Parameter offset;

    /// <summary>Makes a layer.</summary>
    /// <param name="fields">Number of fields.</param>
    public HarmonicGate(int fields)
        : base(nameof(HarmonicGate))
    {
        slope = new Parameter(ones(fields, 1, 1));
        offset = new Parameter(zeros(fields, 1, 1));
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="fields">[rows, fields · 2, h, w].</param>
    /// <returns>The same shape.</returns>
    public override Tensor forward(Tensor fields)
    {
        using var scope = NewDisposeScope();
        Tensor parts = fields.view(fields.shape[0], -1, 2, fields.shape[2], fields.shape[3]);
        Tensor size = (parts.square().sum(2) + Small).sqrt();
        return (parts * (slope * size + offset).sigmoid().unsqueeze(2)).view(fields.shape).MoveToOuterDisposeScope();
    }
}
