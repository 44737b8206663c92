using Lodestone.Learning.Training;
using TorchSharp;

namespace Lodestone.Learning.Tests.Training;

public sealed class FlatWeightsTests
{
    [Fact]
    public void Flattening_changes_neither_weights_nor_outputs_and_views_share_memory()
    {
        using var scope = torch.NewDisposeScope();
        using var network = new ToyNetwork(Toy.Inputs, 2);
        network.eval();
        Vectors input = Toy.Set(5).Samples[3];
        byte[] state = network.State();
        float[] before = network.call(input).data<float>().ToArray();
        using var weights = new FlatWeights(network);
        Assert.Equal(state, network.State());
        Assert.Equal(before, network.call(input).data<float>().ToArray());
        weights.Parameters.fill_(0);
        weights.Buffers.fill_(0.5f);
        Assert.All(network.parameters(), parameter => Assert.Equal(0, parameter.abs().sum().item<float>()));
        Assert.All(
            network.buffers().Where(buffer => buffer.dtype == torch.ScalarType.Float32),
            buffer => Assert.Equal(0.5f, buffer.mean().item<float>()));
    }

    [Fact]
    public void Gradients_are_those_of_a_network_on_its_own()
    {
        using var scope = torch.NewDisposeScope();
        using ToyNetwork alone = new(Toy.Inputs, 2), flat = new(Toy.Inputs, 2);
        Vectors input = alone.Encoder.Join(Toy.Set(9).Samples);
        using var weights = new FlatWeights(flat);
        alone.call(input).square().sum().backward();
        flat.call(input).square().sum().backward();
        foreach (var (expected, actual) in alone.parameters().Zip(flat.parameters()))
            Assert.Equal(expected.grad!.data<float>().ToArray(), actual.grad!.data<float>().ToArray());
        float norm = MathF.Sqrt(alone.parameters().Sum(parameter => parameter.grad!.square().sum().item<float>()));
        Assert.Equal(norm, weights.Gradients.norm().item<float>(), 1e-4f);
    }

    [Fact]
    public void A_frozen_parameter_is_left_alone()
    {
        var objective = Toy.Objective(Toy.Set(32));
        using ToyNetwork network = Toy.Network(objective);
        torch.Tensor frozen = network.parameters().First().requires_grad_(false);
        float[] before = frozen.data<float>().ToArray();
        new Trainer<Vectors>(network, objective, Toy.Options).Fit(Toy.Set(32));
        Assert.Equal(before, network.parameters().First().data<float>().ToArray());
    }

    [Fact]
    public void A_trained_network_can_be_trained_again()
    {
        var train = Toy.Set(32);
        var objective = Toy.Objective(train);
        using ToyNetwork network = Toy.Network(objective);
        var trainer = new Trainer<Vectors>(network, objective, Toy.Options);
        double first = trainer.Fit(train).History[^1].TrainLoss;
        Assert.True(trainer.Fit(train).History[^1].TrainLoss < first);
    }
}
