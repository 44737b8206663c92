using Lodestone.Models.Graphs;
using TorchSharp;

namespace Lodestone.Models.Tests.Graphs;

public sealed class GaussianBasisTests
{
    [Theory]
    [InlineData(8, 0.2, 0.2, 41)]
    [InlineData(6, 0.1, 0.25, 61)]
    [InlineData(1, 0.5, 0.5, 3)]
    public void Leaves_out_only_what_is_too_small_to_matter(double cutoff, double step, double width, int count)
    {
        var basis = new GaussianBasis(cutoff, step, width);
        float[] distances = [.. Enumerable.Range(0, 500).Select(i => (float)(i * cutoff / 499))];

        var (first, values) = basis.Expand(distances);
        using torch.Tensor full = basis.ToTensor(distances);

        Assert.Equal(count, basis.Count);
        for (int e = 0; e < distances.Length; e++)
        {
            for (int g = 0; g < basis.Count; g++)
            {
                float expected = MathF.Exp(-MathF.Pow((distances[e] - g * (float)step) / (float)width, 2));
                int k = g - first[e];
                Assert.Equal(expected, full[e, g].item<float>(), 1e-5f);
                Assert.Equal(expected, k >= 0 && k < basis.Support ? values[e * basis.Support + k] : 0, 2e-6f);
            }
        }
    }
}
