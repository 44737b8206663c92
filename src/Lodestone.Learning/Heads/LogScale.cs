using TorchSharp;

namespace Lodestone.Learning.Heads;

/// <summary>
/// The logarithm of a scale (of a scaled target) from an output of the network: 7·tanh(x/7). Near zero it is x; it never leaves ±7, so that
/// a scale stays between 0.0009 and 1100 and no loss overflows, and its gradient has no kink.
/// </summary>
internal static class LogScale
{
    private const double Bound = 7;

    public static torch.Tensor Of(torch.Tensor raw) => (raw / Bound).tanh() * Bound;

    public static double Of(double raw) => Bound * Math.Tanh(raw / Bound);
}
