using Lodestone.Symmetry.Continuous;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Canonicalization.Points;

/// <summary>
/// Moves the centre of points to the origin. It takes care of translations only: the wrapped function has to know about rotations by itself
/// (partial canonicalization).
/// </summary>
/// <param name="dimension">n.</param>
public sealed class Centring(int dimension) : ICanonicalizer<RigidMotion, Tensor>
{
    /// <inheritdoc/>
    public IGroup<RigidMotion> Group { get; } = new EuclideanGroup(dimension, reflections: true);

    /// <inheritdoc/>
    public Tensor Act(RigidMotion element, Tensor input) => element.Points(input);

    /// <inheritdoc/>
    /// <param name="input">[…, points, n].</param>
    public RigidMotion Frame(Tensor input) => new(eye(dimension, dtype: input.dtype).expand([.. input.shape[..^2], dimension, dimension]), input.mean([-2]));
}
