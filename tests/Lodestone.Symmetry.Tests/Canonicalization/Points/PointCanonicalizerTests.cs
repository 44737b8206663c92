using Lodestone.Symmetry.Canonicalization;
using Lodestone.Symmetry.Canonicalization.Points;
using Lodestone.Symmetry.Continuous;
using Lodestone.Symmetry.VectorNeurons;
using TorchSharp;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Tests.Canonicalization.Points;

public sealed class PointCanonicalizerTests
{
    public PointCanonicalizerTests() => random.manual_seed(5);

    public static TheoryData<string, int, bool> Canonicalizers => new(
        from name in new[] { "vector neurons", "vector neurons, max", "principal axes" }
        from dimension in new[] { 2, 3 }
        from reflections in new[] { false, true }
        select (name, dimension, reflections));

    [Theory]
    [MemberData(nameof(Canonicalizers))]
    public void Any_network_of_points_becomes_equivariant_exactly(string name, int dimension, bool reflections)
    {
        using var scope = NewDisposeScope();
        ICanonicalizer<RigidMotion, Tensor> frames = Create(name, dimension, reflections);
        using var network = nn.Sequential(nn.Linear(dimension, 16), nn.Tanh(), nn.Linear(16, dimension));

        AssertEquivariant(frames, network, ScalarType.Float64, 1e-10);
        AssertEquivariant(frames, network, ScalarType.Float32, 1e-5);
    }

    [Fact]
    public void The_published_bias_spoils_it()
    {
        using var scope = NewDisposeScope();
        var frames = new VectorNeuronCanonicalizer(3, true, new VectorNeuronOptions { LegacyBias = true });
        using var network = nn.Linear(3, 1);

        Assert.Throws<EquivarianceException>(() => Equivariance.AssertEquivariant(
            frames.Invariant<RigidMotion, Tensor, Tensor>(network.forward), frames.Group, frames.Act, Equivariance.Invariant, [Points(3, ScalarType.Float32)], 1e-2));
    }

    [Fact]
    public void A_batch_gives_what_its_members_give()
    {
        using var scope = NewDisposeScope();
        ICanonicalizer<RigidMotion, Tensor> frames = new VectorNeuronCanonicalizer(3, true).to(ScalarType.Float64);
        Tensor batch = stack([Points(3, ScalarType.Float64), Points(3, ScalarType.Float64)]);

        Tensor forms = frames.CanonicalForm(batch);

        for (int i = 0; i < 2; i++) Assert.Equal(0, Equivariance.LargestDifference(forms[i], frames.CanonicalForm(batch[i])), 1e-9);
    }

    [Fact]
    public void Weights_of_the_canonicalizer_get_gradients_through_its_frames()
    {
        using var scope = NewDisposeScope();
        var frames = new VectorNeuronCanonicalizer(3, true);

        frames.CanonicalForm(randn(4, 5, 3)).pow(3).sum().backward();

        Assert.All(frames.parameters(), weight => Assert.True(weight.grad is not null && weight.grad.isfinite().all().item<bool>()));
        Assert.Contains(frames.parameters(), weight => weight.grad!.abs().max().item<float>() > 1e-3f);
    }

    [Fact]
    public void Centring_makes_a_function_of_vectors_independent_of_the_origin()
    {
        using var scope = NewDisposeScope();
        var centring = new Centring(3);

        Equivariance.AssertEquivariant(
            centring.Equivariant<RigidMotion, Tensor, Tensor>(points => points * points.square().sum(-1, keepdim: true), centring.Act),
            centring.Group, centring.Act, centring.Act, [Points(3, ScalarType.Float64)], 1e-10);
    }

    private static void AssertEquivariant(ICanonicalizer<RigidMotion, Tensor> frames, nn.Module<Tensor, Tensor> network, ScalarType type, double tolerance)
    {
        network.to(type);
        (frames as nn.Module)?.to(type);
        Equivariance.AssertEquivariant(
            frames.Equivariant<RigidMotion, Tensor, Tensor>(network.forward, frames.Act), frames.Group, frames.Act, frames.Act,
            [Points(network.parameters().First().shape[1], type)], tolerance);
    }

    /// <summary>Points with three clearly different extents and sides, so that no frame is close to undefined.</summary>
    private static Tensor Points(long dimension, ScalarType type)
    {
        Tensor spread = tensor(new[] { 2.0, 1.2, 0.6 }).narrow(0, 0, dimension);
        Tensor points = rand(12, dimension, dtype: ScalarType.Float64);
        return (points * points * spread).to_type(type);
    }

    private static ICanonicalizer<RigidMotion, Tensor> Create(string name, int dimension, bool reflections) => name switch
    {
        "vector neurons" => new VectorNeuronCanonicalizer(dimension, reflections),
        "vector neurons, max" => new VectorNeuronCanonicalizer(dimension, reflections, new VectorNeuronOptions { Pooling = VectorPooling.Max, BatchNorm = false }),
        _ => new PrincipalAxes(dimension, reflections),
    };
}
