using Lodestone.Models.Compositions;
using Lodestone.Models.Irnet;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Irnet;

public sealed class IrnetTests() : FormulaContract("irnet", """{ "layers": "24x2-16x1" }""")
{
    [Fact]
    public void It_has_the_parameters_of_its_17_layers_with_their_norms_and_of_a_map_where_the_width_changes()
    {
        long norms = 2 * (4 * 1024 + 3 * 512 + 3 * 256 + 3 * 128 + 2 * 64 + 32);
        long maps = 86 * 1024 + 1024 + 1024 * 512 + 512 + 512 * 256 + 256 + 256 * 128 + 128 + 128 * 64 + 64 + 64 * 32 + 32;

        Assert.Equal(4_631_361 + norms + maps, ModelCatalog.Architecture("irnet").CountParameters([]));
    }

    [Fact]
    public void It_computes_the_published_function()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        var network = new IrnetNetwork(new IrnetOptions { Layers = "5x2-3x1" }, 2);
        Tensor x = rand(7, 86);
        var batch = new FractionBatch(86, x.data<float>().ToArray());
        network.forward(batch); // the normalizations take statistics of their own
        network.eval();
        var weights = new NamedWeights(network);
        Tensor Unit(int index, Tensor input, bool widthChanges)
        {
            NamedWeights of = weights.Of($"units.{index}");
            Tensor z = of.BatchNorm("norm", of.Linear("dense", input));
            return where(z > 0, z, zeros_like(z)) + (widthChanges ? of.Linear("skip", input) : input);
        }

        Tensor expected = weights.Linear("output", Unit(2, Unit(1, Unit(0, x, true), false), true));

        Assert.True(allclose(expected, network.forward(batch), rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void It_can_train_on_a_batch_of_one()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(2);
        var network = new IrnetNetwork(new IrnetOptions { Layers = "4x2" }, 1);
        network.train();

        Tensor output = network.forward(new FractionBatch(86, rand(86).data<float>().ToArray()));

        Assert.True(float.IsFinite(output.item<float>()));
    }
}
