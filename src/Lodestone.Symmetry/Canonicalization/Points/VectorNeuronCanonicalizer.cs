using Lodestone.Symmetry.Continuous;
using Lodestone.Symmetry.VectorNeurons;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Canonicalization.Points;

/// <summary>
/// The learned canonicalizer of points (Kaba et al. 2023, section 4): the mean of the points is the origin, and vectors that
/// <see cref="VectorDeepSets"/> computes from the centred points become axes by <see cref="GramSchmidt"/>. In the plane, these are the frames of
/// SO(2) and O(2) that steerable networks give (Mondal et al. 2023). Differentiable, for batches. It computes in double precision whatever its
/// weights and inputs are, as a frame is sensitive to rounding.
/// </summary>
/// <remarks>
/// Centred positions x alone would not do: without a bias every vector of a point stays parallel to it, rectifiers keep or drop a channel for all
/// points at once, and the mean over points is zero. So each point brings three vectors, x, x·‖x‖/r and x·(‖x‖/r)² with the root mean square radius
/// r, which is ours. Points with a symmetry that leaves fewer directions than axes get axes that are not learned.
/// </remarks>
public sealed class VectorNeuronCanonicalizer : nn.Module<Tensor, RigidMotion>, ICanonicalizer<RigidMotion, Tensor>
{
    private const int Powers = 3;
    private readonly bool _reflections;
    private readonly VectorDeepSets vectors;

    /// <summary>Makes a canonicalizer with random weights from torch's generator.</summary>
    /// <param name="dimension">n: 2 or 3.</param>
    /// <param name="reflections">True for E(n), false for SE(n).</param>
    /// <param name="options">Sizes of the network.</param>
    public VectorNeuronCanonicalizer(int dimension, bool reflections, VectorNeuronOptions? options = null)
        : base(nameof(VectorNeuronCanonicalizer))
    {
        _reflections = reflections;
        Group = new EuclideanGroup(dimension, reflections);
        vectors = new VectorDeepSets(Powers, reflections ? dimension : dimension - 1, options ?? new VectorNeuronOptions());
        RegisterComponents();
    }

    /// <inheritdoc/>
    public IGroup<RigidMotion> Group { get; }

    /// <inheritdoc/>
    public Tensor Act(RigidMotion element, Tensor input) => element.Points(input);

    /// <inheritdoc/>
    /// <param name="input">[…, points, n].</param>
    public RigidMotion Frame(Tensor input) => call(input);

    /// <inheritdoc/>
    /// <param name="input">[…, points, n].</param>
    public override RigidMotion forward(Tensor input)
    {
        Tensor points = input.to_type(ScalarType.Float64);
        Tensor centre = points.mean([-2]);
        Tensor centred = points - centre.unsqueeze(-2);
        Tensor radius = centred.square().sum(-1, keepdim: true).sqrt();
        Tensor relative = radius / radius.square().mean([-2], keepdim: true).sqrt();
        Tensor channels = stack([.. Enumerable.Range(0, Powers).Select(power => centred * relative.pow(power))], -2);
        Tensor frame = GramSchmidt.Frame(vectors.forward(channels), _reflections);
        return new RigidMotion(frame.to_type(input.dtype), centre.to_type(input.dtype));
    }
}
