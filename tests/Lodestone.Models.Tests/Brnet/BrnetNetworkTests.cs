using Lodestone.Models.Brnet;
using Lodestone.Models.Compositions;
using Lodestone.Models.Dense;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Brnet;

public sealed class BrnetNetworkTests
{
    [Theory]
    [InlineData(true, ActivationName.LeakyRelu)]
    [InlineData(true, ActivationName.Relu)]
    [InlineData(false, ActivationName.LeakyRelu)]
    public void It_computes_the_published_function(bool skips, ActivationName activation)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        var network = new BrnetNetwork(new BrnetOptions { Layers = "5x2+1-3x2", Skips = skips, Activation = activation }, 2);
        Dictionary<string, Tensor> weights = network.state_dict();
        Tensor Dense(string name, Tensor x) => x.matmul(weights[$"{name}.weight"].t()) + weights[$"{name}.bias"];
        Tensor Unit(string name, Tensor x, bool first)
        {
            Tensor z = Dense($"{name}.dense", x);
            Tensor y = where(z > 0, z, activation == ActivationName.Relu ? zeros_like(z) : 0.3 * z);
            return !skips ? y : y + (first ? Dense($"{name}.skip", x) : x);
        }

        Tensor x = rand(7, 86);
        Tensor left = Unit("blocks.0.branches.0.1", Unit("blocks.0.branches.0.0", x, true), false);
        Tensor right = Unit("blocks.0.branches.1.0", x, true);
        Tensor m = Unit("blocks.1.branches.0.1", Unit("blocks.1.branches.0.0", left + right, true), false);
        Tensor expected = Dense("output", m);

        Tensor actual = network.forward(new FractionBatch(86, x.data<float>().ToArray()));

        Assert.True(allclose(expected, actual, rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void Weights_start_uniform_within_the_bound_of_Glorot_and_biases_at_zero()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(4);
        Dictionary<string, Tensor> weights = new BrnetNetwork(new BrnetOptions(), 1).state_dict();
        double bound = Math.Sqrt(6.0 / (1024 + 512));

        Tensor weight = weights["blocks.1.branches.0.0.dense.weight"];

        Assert.InRange(weight.abs().max().item<float>(), 0.999 * bound, bound);
        Assert.Equal(bound / Math.Sqrt(3), weight.std().item<float>(), 0.002 * bound);
        Assert.All(weights.Where(pair => pair.Key.EndsWith("bias", StringComparison.Ordinal)), pair => Assert.Equal(0, pair.Value.abs().max().item<float>()));
    }
}
