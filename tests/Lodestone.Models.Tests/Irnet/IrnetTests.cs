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
