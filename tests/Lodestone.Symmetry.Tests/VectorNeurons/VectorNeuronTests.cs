using Lodestone.Symmetry.Continuous;
using Lodestone.Symmetry.VectorNeurons;
using TorchSharp;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Tests.VectorNeurons;

public sealed class VectorNeuronTests
{
    private static readonly VectorNeuronOptions Options = new() { Channels = 8, Layers = 3 };

    public VectorNeuronTests() => random.manual_seed(5);

    public static TheoryData<string> Networks => ["linear", "relu", "leaky relu", "batch norm", "max pool", "deep sets", "deep sets, all options"];

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_layer_turns_its_output_with_its_input(string name)
    {
        using var scope = NewDisposeScope();
        using nn.Module<Tensor, Tensor> layer = Create(name);

        layer.train();
        AssertTurns(layer, ScalarType.Float32, 1e-5);
        layer.eval();
        AssertTurns(layer, ScalarType.Float64, 1e-10);
    }

    [Fact]
    public void The_order_of_points_makes_no_difference_to_deep_sets()
    {
        using var scope = NewDisposeScope();
        using var network = new VectorDeepSets(2, 3, Options with { Pooling = VectorPooling.Max });
        Tensor points = randn(2, 7, 2, 3);

        Assert.Equal(0, Equivariance.LargestDifference(network.forward(points), network.forward(points.flip(1))), 1e-6);
    }

    [Fact]
    public void The_published_bias_is_not_equivariant()
    {
        using var scope = NewDisposeScope();
        using var without = new VectorDeepSets(1, 3, Options).to(ScalarType.Float64);
        using var with = new VectorDeepSets(1, 3, Options with { LegacyBias = true }).to(ScalarType.Float64);
        Tensor[] samples = [randn(2, 6, 1, 3, dtype: ScalarType.Float64)];
        double Error(nn.Module<Tensor, Tensor> network) => Equivariance.Measure<Tensor, Tensor, Tensor>(
            network.forward, OrthogonalGroup.O3, OrthogonalGroup.Act, OrthogonalGroup.Act, Equivariance.LargestDifference, samples).Error;

        Assert.InRange(Error(without), 0, 1e-12);
        Assert.InRange(Error(with), 0.01, 10);
    }

    [Fact]
    public void Centred_positions_alone_give_deep_sets_nothing_to_see()
    {
        // All vectors of a point stay parallel to it, a channel is kept or dropped for all points at once, and their mean is zero.
        using var scope = NewDisposeScope();
        using var network = new VectorDeepSets(1, 3, Options).to(ScalarType.Float64);
        Tensor points = randn(6, 1, 3, dtype: ScalarType.Float64);
        Tensor centred = points - points.mean([0], keepdim: true);

        Assert.Equal(0, network.forward(centred).abs().max().item<double>(), 1e-3);
        using var wider = new VectorDeepSets(2, 3, Options).to(ScalarType.Float64);
        Assert.InRange(wider.forward(cat([centred, centred * centred.norm(-1, keepdim: true)], 1)).abs().max().item<double>(), 1e-2, 10);
    }

    [Fact]
    public void Rectified_vectors_never_point_away_from_their_direction()
    {
        using var scope = NewDisposeScope();
        using var layer = new VectorRelu(4);
        Tensor vectors = randn(100, 4, 3);
        Tensor direction = layer.get_parameter("direction.weight")!.matmul(vectors);

        Tensor along = (layer.forward(vectors) * direction).sum(-1);

        Assert.True(along.min().item<float>() > -1e-4f);
        Tensor untouched = (vectors * direction).sum(-1) >= 0;
        Assert.Equal(0, Equivariance.LargestDifference(layer.forward(vectors)[untouched], vectors[untouched]));
    }

    [Fact]
    public void A_slope_keeps_its_share_of_what_points_against_the_direction()
    {
        using var scope = NewDisposeScope();
        using var layer = new VectorRelu(4, slope: 0.2);
        Tensor vectors = randn(100, 4, 3);
        Tensor direction = layer.get_parameter("direction.weight")!.matmul(vectors);

        Tensor before = (vectors * direction).sum(-1), after = (layer.forward(vectors) * direction).sum(-1);

        Assert.InRange(Equivariance.LargestDifference(where(before < 0, 0.2 * before, before), after), 0, 1e-4);
    }

    [Fact]
    public void The_normalization_standardizes_lengths_and_keeps_lines()
    {
        using var scope = NewDisposeScope();
        using var layer = new VectorBatchNorm(4);
        Tensor vectors = randn(200, 4, 3);
        Tensor unit = vectors / vectors.norm(-1, keepdim: true);

        Tensor normalized = layer.forward(vectors);
        Tensor lengths = (normalized * unit).sum(-1);

        Assert.InRange(Equivariance.LargestDifference(lengths.unsqueeze(-1) * unit, normalized), 0, 1e-5);
        Assert.InRange(lengths.mean([0]).abs().max().item<float>(), 0, 1e-5);
        Assert.InRange((lengths.var(0, unbiased: false) - 1).abs().max().item<float>(), 0, 1e-3);
    }

    [Fact]
    public void Pooling_takes_the_vector_that_reaches_farthest_along_its_direction()
    {
        using var scope = NewDisposeScope();
        using var layer = new VectorMaxPool(4);
        Tensor points = randn(10, 4, 3);
        Tensor reach = (points * layer.get_parameter("direction.weight")!.matmul(points)).sum(-1);

        Tensor pooled = layer.forward(points);

        for (int channel = 0; channel < 4; channel++)
        {
            int farthest = Enumerable.Range(0, 10).MaxBy(point => reach[point, channel].item<float>());
            Assert.Equal(0, Equivariance.LargestDifference(points[farthest, channel], pooled[channel]));
        }
    }

    [Fact]
    public void Dropped_vectors_are_dropped_whole()
    {
        using var scope = NewDisposeScope();
        using var network = new VectorDeepSets(1, 1, new VectorNeuronOptions { Layers = 1, Channels = 1, Dropout = 0.5 });
        Tensor points = randn(1, 1, 1, 3);

        double[] lengths = [.. Enumerable.Range(0, 50).Select(_ => Math.Round((double)network.forward(points).norm().item<float>(), 4)).Distinct()];

        Assert.InRange(lengths.Length, 1, 2);
        network.eval();
        Assert.Equal(0, Equivariance.LargestDifference(network.forward(points), network.forward(points)));
    }

    private static void AssertTurns(nn.Module<Tensor, Tensor> layer, ScalarType type, double tolerance)
    {
        layer.to(type);
        Equivariance.AssertEquivariant(
            layer.forward, OrthogonalGroup.O3, OrthogonalGroup.Act, OrthogonalGroup.Act, [randn(3, 5, 4, 3, dtype: type)], tolerance);
    }

    private static nn.Module<Tensor, Tensor> Create(string name) => name switch
    {
        "linear" => new VectorLinear(4, 6),
        "relu" => new VectorRelu(4),
        "leaky relu" => new VectorRelu(4, 0.2),
        "batch norm" => new VectorBatchNorm(4),
        "max pool" => new VectorMaxPool(4),
        "deep sets" => new VectorDeepSets(4, 3, Options),
        _ => new VectorDeepSets(4, 3, Options with { BatchNorm = true, Slope = 0.1, Pooling = VectorPooling.Max }),
    };
}
