using System.Runtime.Intrinsics;
using Lodestone.Models.Cgcnn;

namespace Lodestone.Models.Tests.Cgcnn;

public sealed class GateMathTests
{
    [Fact]
    public void Sigmoid_and_softplus_are_exact_to_float_rounding()
    {
        for (double x = -120; x <= 120; x += 0.00371)
        {
            float single = (float)x;
            var vector = Vector256.Create(single);
            double sigmoid = 1 / (1 + Math.Exp(-(double)single)), softplus = Math.Max(single, 0) + Math.Log(1 + Math.Exp(-Math.Abs((double)single)));

            Assert.Equal(sigmoid, GateMath.Sigmoid(vector)[0], 3e-7);
            Assert.Equal(softplus, GateMath.Softplus(vector, out var slope)[0], 3e-7 * Math.Max(1, softplus));
            Assert.Equal(GateMath.Softplus(vector)[0], GateMath.Softplus(vector, out _)[0]);
            Assert.Equal(sigmoid, slope[0], 3e-7);
        }
    }
}
