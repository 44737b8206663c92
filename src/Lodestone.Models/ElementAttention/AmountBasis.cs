using static TorchSharp.torch;

namespace Lodestone.Models.ElementAttention;

/// <summary>
/// Amounts as waves: sin(2^k π x) and cos(2^k π x), k = 0 … 7, so that a linear map can tell close amounts apart. As in CrabNet, once of the
/// fraction itself and once of its logarithm, log2(f) / 8, for elements in small amounts; and where amounts are read, of log2(a) / 8.
/// </summary>
internal static class AmountBasis
{
    private const int Waves = 8;
    private const float Octaves = 8;

    /// <summary>Number of features.</summary>
    public static int Count(bool amounts) => 2 * Waves * (amounts ? 3 : 2);

    /// <summary>The features of fractions and, where they are read, of amounts.</summary>
    /// <returns>[elements, <see cref="Count"/>]</returns>
    public static Tensor ToTensor(float[] fraction, float[]? amount)
    {
        Tensor x = tensor(fraction);
        Tensor[] scales = amount is null ? [x, x.log2() / Octaves] : [x, x.log2() / Octaves, tensor(amount).log2() / Octaves];
        Tensor frequencies = pow(2, arange(Waves, dtype: ScalarType.Float32)) * MathF.PI;
        Tensor phases = (stack(scales, 1).unsqueeze(2) * frequencies).flatten(1);
        return cat([phases.sin(), phases.cos()], 1);
    }
}
