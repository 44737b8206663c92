using static TorchSharp.torch;

namespace Lodestone.Symmetry.Continuous;

/// <summary>All motions of space that keep distances, E(n), or those without reflections, SE(n).</summary>
public sealed class EuclideanGroup : IGroup<RigidMotion>
{
    private readonly OrthogonalGroup _rotations;

    /// <summary>Makes a group.</summary>
    /// <param name="dimension">n, at least 1.</param>
    /// <param name="reflections">True for E(n), false for SE(n).</param>
    public EuclideanGroup(int dimension, bool reflections) => _rotations = new OrthogonalGroup(dimension, reflections);

    /// <summary>The motions of space, reflections included.</summary>
    public static EuclideanGroup E3 { get; } = new(3, true);

    /// <summary>The motions of space without reflections.</summary>
    public static EuclideanGroup SE3 { get; } = new(3, false);

    /// <inheritdoc/>
    public RigidMotion Identity => new(_rotations.Identity, zeros(_rotations.Dimension, dtype: ScalarType.Float64));

    /// <inheritdoc/>
    public RigidMotion Multiply(RigidMotion a, RigidMotion b) =>
        new(a.Rotation.matmul(b.Rotation), a.Vectors(b.Translation) + a.Translation);

    /// <inheritdoc/>
    public RigidMotion Inverse(RigidMotion a)
    {
        Tensor rotation = a.Rotation.transpose(-1, -2);
        return new RigidMotion(rotation, -OrthogonalGroup.Act(rotation, a.Translation));
    }

    /// <summary>
    /// Random motions: rotations by Haar measure, and translations with normal coordinates of unit deviation, as there is no even distribution
    /// of translations.
    /// </summary>
    /// <inheritdoc/>
    public IEnumerable<RigidMotion> Sample(int count, int seed)
    {
        using var generator = new Generator((ulong)seed + 1);
        foreach (Tensor rotation in _rotations.Sample(count, seed))
            yield return new RigidMotion(rotation, randn(_rotations.Dimension, dtype: ScalarType.Float64, generator: generator));
    }

    /// <inheritdoc/>
    public string Describe(RigidMotion element) => $"{_rotations.Describe(element.Rotation)} and a translation";
}
