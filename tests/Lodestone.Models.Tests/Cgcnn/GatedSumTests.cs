using Lodestone.Models.Cgcnn;
using Lodestone.Models.Graphs;
using Lodestone.Models.Tests.Graphs;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Cgcnn;

public sealed class GatedSumTests
{
    [Theory]
    [InlineData(8, true)]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(64, false)]
    [InlineData(96, true)]
    public void The_fused_kernel_is_the_same_function_with_the_same_gradient_as_plain_tensor_operations(int features, bool training)
    {
        using var scope = NewDisposeScope();
        CrystalGraph batch = RandomGraphs.Batch(40, 7);
        manual_seed(3);
        var network = new CgcnnNetwork(new CgcnnOptions { AtomFeatureLength = features, Convolutions = 2, HiddenLength = 16 }, 2);
        network.train(training);

        (Tensor Output, Tensor[] Gradients) fused = Run(network, batch, true), plain = Run(network, batch, false);

        AssertClose(plain.Output, fused.Output);
        foreach (var (expected, actual) in plain.Gradients.Zip(fused.Gradients))
            AssertClose(expected, actual);
    }

    [Fact]
    public void Running_statistics_are_the_same()
    {
        using var scope = NewDisposeScope();
        CrystalGraph batch = RandomGraphs.Batch(40, 8);
        Tensor[] Statistics(bool fused)
        {
            manual_seed(3);
            using var network = new CgcnnNetwork(new CgcnnOptions { Convolutions = 1 }, 1) { Fused = fused };
            network.train();
            network.forward(batch);
            return [.. network.buffers().Where(buffer => buffer.dtype == ScalarType.Float32).Select(buffer => buffer.clone())];
        }

        foreach (var (expected, actual) in Statistics(false).Zip(Statistics(true)))
            AssertClose(expected, actual);
    }

    private static (Tensor Output, Tensor[] Gradients) Run(CgcnnNetwork network, CrystalGraph batch, bool fused)
    {
        network.Fused = fused;
        network.zero_grad();
        Tensor output = network.forward(batch);
        output.square().mean().backward();
        return (output.detach(), [.. network.parameters().Select(parameter => parameter.grad!.clone())]);
    }

    private static void AssertClose(Tensor expected, Tensor actual)
    {
        double scale = Math.Max(expected.abs().max().item<float>(), 1e-2); // a gradient that cancels, of a bias before a normalization, is rounding alone
        Assert.InRange((expected - actual).abs().max().item<float>(), 0, 2e-5 * scale);
    }
}
