using Lodestone.Models.Egnn;
using TorchSharp;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Egnn;

public sealed class EgnnDynamicsTests
{
    private static readonly EgnnDynamicsOptions[] Kinds =
    [
        new() { Channels = 1 },
        new() { Channels = 3 },
        new() { Channels = 2, Attention = true, Tanh = true, NormDiff = true },
        new() { Channels = 5, Layers = 1 },
    ];

    [Theory]
    [InlineData(1, 134_020)]
    [InlineData(2, 135_244)]
    [InlineData(3, 136_984)]
    [InlineData(5, 142_012)]
    [InlineData(10, 163_612)]
    [InlineData(25, 305_812)]
    public void It_has_the_published_number_of_parameters(int channels, long parameters)
    {
        using var network = new EgnnDynamics(new EgnnDynamicsOptions { Channels = channels });

        Assert.Equal(parameters, network.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void It_is_equivariant_in_double_precision() => Assert.All(Kinds, options => AssertEquivariant(options, ScalarType.Float64, 1e-10));

    [Fact]
    public void It_is_equivariant_in_single_precision() => Assert.All(Kinds, options => AssertEquivariant(options, ScalarType.Float32, 1e-5));

    [Fact]
    public void One_channel_is_the_EGNN_to_the_bit()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var options = new EgnnDynamicsOptions();
        var network = new EgnnDynamics(options);
        LargerMoves(network);
        var inputs = ParticleInputs.Random(4, ScalarType.Float32);

        Tensor expected = PlainEgnn.Predict(network, options.Layers, inputs, joined: false), joined = PlainEgnn.Predict(network, options.Layers, inputs, joined: true);

        Assert.Equal(expected.bytes.ToArray(), inputs.PredictedBy(network).bytes.ToArray());
        Assert.InRange((joined - expected).abs().max().item<float>(), 0, 1e-5);
        Assert.InRange((inputs.Positions - expected).abs().max().item<float>(), 0.1, 1e3);
    }

    [Theory]
    [InlineData(3, false, false, false, 1)]
    [InlineData(2, true, false, false, 1)]
    [InlineData(2, false, true, false, 1)]
    [InlineData(2, false, false, true, 1)]
    [InlineData(3, true, true, true, 1)]
    [InlineData(2, false, false, false, 1e3)] // far enough apart that moves are clamped
    public void It_is_what_its_equations_say(int channels, bool attention, bool tanh, bool normDiff, double size)
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var options = new EgnnDynamicsOptions { Channels = channels, Layers = 3, Attention = attention, Tanh = tanh, NormDiff = normDiff };
        var network = new EgnnDynamics(options);
        network.to(ScalarType.Float64);
        LargerMoves(network);
        var inputs = ParticleInputs.Random(2, ScalarType.Float64);
        inputs = inputs with { Positions = size * inputs.Positions };

        AssertClose(Literal(network, options, inputs), inputs.PredictedBy(network), 1e-8);
    }

    [Fact]
    public void Every_parameter_but_those_that_nothing_reads_has_a_gradient()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var network = new EgnnDynamics(new EgnnDynamicsOptions { Channels = 3, Layers = 2 });
        ParticleInputs.Random(3, ScalarType.Float32).PredictedBy(network).square().mean().backward();

        string[] unread = [.. network.named_parameters().Where(pair => pair.parameter.grad is null || pair.parameter.grad.abs().max().item<float>() == 0).Select(pair => pair.name)];

        Assert.All(unread, name => Assert.StartsWith("layers.1.node_", name)); // features after the last layer
    }

    private static Tensor Literal(EgnnDynamics network, EgnnDynamicsOptions options, ParticleInputs inputs)
    {
        var weights = new NamedWeights(network);
        EgnnEdges all = inputs.Edges();
        Tensor[] h = PlainMcEgnn.Rows(weights.Linear("embedding", inputs.Speeds)), x = PlainMcEgnn.Rows(inputs.Positions.unsqueeze(2));
        PlainMcEgnn.Edge[] edges = [.. Enumerable.Range(0, (int)all.Source.shape[0]).Select(e =>
            new PlainMcEgnn.Edge((int)all.Source[e].item<long>(), (int)all.Target[e].item<long>(), zeros(3, dtype: x[0].dtype), all.Attributes![e]))];
        var last = new EgnnLayerOptions
        {
            Features = options.FeatureLength,
            ChannelsIn = 1,
            ChannelsOut = 1,
            Attention = options.Attention,
            Tanh = options.Tanh,
            NormDiff = options.NormDiff,
        };
        (_, x) = PlainMcEgnn.Run(weights, options.Layers, options.Channels, last, h, x, PlainMcEgnn.Rows(inputs.Velocities), edges);
        return stack(x).squeeze(2);
    }

    private static void AssertEquivariant(EgnnDynamicsOptions options, ScalarType type, double tolerance)
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var network = new EgnnDynamics(options);
        network.to(type);
        LargerMoves(network);
        for (int trial = 0; trial < 8; trial++)
        {
            var inputs = ParticleInputs.Random(3, type);
            Tensor orthogonal = linalg.qr(randn(3, 3, dtype: type)).Q, shift = randn(1, 3, dtype: type);
            if ((linalg.det(orthogonal).ToDouble() > 0) == (trial % 2 == 0)) orthogonal = -orthogonal; // turns and mirrors by turns
            Tensor rows = cat([.. Enumerable.Range(0, inputs.Groups).Select(group => randperm(ParticleInputs.Particles, ScalarType.Int64) + group * ParticleInputs.Particles)]);
            Tensor expected = inputs.PredictedBy(network);

            AssertClose(matmul(expected, orthogonal) + shift, inputs.Moved(orthogonal, shift).PredictedBy(network), tolerance);
            AssertClose(expected[rows], inputs.Permuted(rows).PredictedBy(network), tolerance);
        }
    }

    private static void AssertClose(Tensor expected, Tensor actual, double tolerance) =>
        Assert.InRange((expected - actual).abs().max().ToDouble() / Math.Max(1, expected.abs().max().ToDouble()), 0, tolerance);

    /// <summary>Vectors hardly move at first; here they shall.</summary>
    private static void LargerMoves(EgnnDynamics network)
    {
        using var _ = no_grad();
        foreach (var (name, parameter) in network.named_parameters())
            if (name.Contains("vector_second")) parameter.mul_(300);
    }
}
