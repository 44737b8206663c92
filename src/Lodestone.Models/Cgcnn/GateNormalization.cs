using static TorchSharp.torch;

namespace Lodestone.Models.Cgcnn;

/// <summary>
/// The batch normalization of the edges (Ioffe and Szegedy, ICML 2015) as the kernel applies it: y = scale ⊙ z + shift, with
/// scale = γ / √(variance + ε) and shift = β − mean ⊙ scale. It owns the tensors behind its pointers.
/// </summary>
internal sealed unsafe class GateNormalization : IDisposable
{
    private readonly Tensor _mean;
    private readonly Tensor _inverse;
    private readonly Tensor _scale;
    private readonly Tensor _shift;

    /// <summary>Prepares the normalization.</summary>
    /// <param name="gamma">Gain, [2F].</param>
    /// <param name="beta">Offset, [2F].</param>
    /// <param name="statistics">Mean and biased variance of z, [2, 2F].</param>
    /// <param name="fromBatch">Whether the statistics are those of the batch at hand, so that the gradient flows through them.</param>
    /// <param name="epsilon">ε.</param>
    public GateNormalization(Tensor gamma, Tensor beta, Tensor statistics, bool fromBatch, double epsilon)
    {
        FromBatch = fromBatch;
        _mean = statistics[0].contiguous();
        _inverse = (statistics[1] + epsilon).rsqrt();
        _scale = gamma * _inverse;
        _shift = beta - _mean * _scale;
    }

    /// <summary>Whether the statistics are those of the batch at hand.</summary>
    public bool FromBatch { get; }

    /// <summary>[2F].</summary>
    public float* Mean => GatedSum.Data(_mean);

    /// <summary>1 / √(variance + ε), [2F].</summary>
    public float* Inverse => GatedSum.Data(_inverse);

    /// <summary>[2F].</summary>
    public float* Scale => GatedSum.Data(_scale);

    /// <summary>[2F].</summary>
    public float* Shift => GatedSum.Data(_shift);

    /// <inheritdoc />
    public void Dispose()
    {
        _mean.Dispose();
        _inverse.Dispose();
        _scale.Dispose();
        _shift.Dispose();
    }
}
