using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lodestone.Models.Cgcnn;

/// <summary>
/// Sigmoid and softplus of eight numbers at a time, inlined into the loops that need them. Both are built on e^−|x|, which lies in (0, 1]:
/// there a polynomial for the exponential (after taking out a power of two) and one for log(1 + e) are exact to float rounding, 2e-7.
/// The polynomials are Chebyshev interpolants.
/// </summary>
internal static class GateMath
{
    /// <summary>σ(x) = 1 / (1 + e^−x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        var decay = DecayingExp(x);
        return Share(x, decay);
    }

    /// <summary>softplus(x) = log(1 + e^x), and its slope σ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softplus(Vector256<float> x, out Vector256<float> slope)
    {
        var decay = DecayingExp(x);
        slope = Share(x, decay);
        return Vector256.Max(x, Vector256<float>.Zero) + LogOnePlus(decay);
    }

    /// <summary>softplus(x) = log(1 + e^x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softplus(Vector256<float> x) => Vector256.Max(x, Vector256<float>.Zero) + LogOnePlus(DecayingExp(x));

    /// <summary>σ(x) of e^−|x|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Share(Vector256<float> x, Vector256<float> decay)
    {
        var one = Vector256<float>.One;
        return Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256<float>.Zero), one, decay) / (one + decay);
    }

    /// <summary>e^−|x| = 2^n · e^r with |r| ≤ ln 2 / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> DecayingExp(Vector256<float> x)
    {
        var t = Vector256.Max(-Vector256.Abs(x), Vector256.Create(-87f));
        var n = Vector256.Round(t * 1.44269504f);
        var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693145752f), t);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-1.42860677e-6f), r);
        var p = Vector256.Create(0.00139485812f);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(0.00837512873f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(0.0416662171f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(0.166664153f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(0.5f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256<float>.One);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256<float>.One);
        var power = (Vector256.ConvertToInt32(n) + Vector256.Create(127)) << 23;
        return p * power.AsSingle();
    }

    /// <summary>log(1 + e) for e in [0, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LogOnePlus(Vector256<float> e)
    {
        var p = Vector256.Create(0.00525345793f);
        p = Vector256.FusedMultiplyAdd(p, e, Vector256.Create(-0.0295885075f));
        p = Vector256.FusedMultiplyAdd(p, e, Vector256.Create(0.0783616677f));
        p = Vector256.FusedMultiplyAdd(p, e, Vector256.Create(-0.136747703f));
        p = Vector256.FusedMultiplyAdd(p, e, Vector256.Create(0.191114306f));
        p = Vector256.FusedMultiplyAdd(p, e, Vector256.Create(-0.248443693f));
        p = Vector256.FusedMultiplyAdd(p, e, Vector256.Create(0.333192706f));
        p = Vector256.FusedMultiplyAdd(p, e, Vector256.Create(-0.499995023f));
        p = Vector256.FusedMultiplyAdd(p, e, Vector256<float>.One);
        return p * e;
    }
}
