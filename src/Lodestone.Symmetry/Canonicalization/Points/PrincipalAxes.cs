using Lodestone.Symmetry.Continuous;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Canonicalization.Points;

/// <summary>
/// The rule against which learned canonicalizers are compared: the origin is the mean of the points, the axes are the eigenvectors of their
/// covariance, the longest first, and each points to the side on which the points reach farther, by the sum of cubes.
/// </summary>
/// <remarks>
/// Points with a symmetry of their own have equal eigenvalues or equal sides; the axes are then not defined, and close to such points they jump.
/// </remarks>
public sealed class PrincipalAxes : ICanonicalizer<RigidMotion, Tensor>
{
    private readonly bool _reflections;

    /// <summary>Makes a canonicalizer.</summary>
    /// <param name="dimension">n.</param>
    /// <param name="reflections">True for E(n); false for SE(n), in the plane and in space.</param>
    public PrincipalAxes(int dimension, bool reflections)
    {
        _reflections = reflections;
        Group = new EuclideanGroup(dimension, reflections);
    }

    /// <inheritdoc/>
    public IGroup<RigidMotion> Group { get; }

    /// <inheritdoc/>
    public Tensor Act(RigidMotion element, Tensor input) => element.Points(input);

    /// <inheritdoc/>
    /// <param name="input">[…, points, n].</param>
    public RigidMotion Frame(Tensor input)
    {
        Tensor centre = input.mean([-2]);
        Tensor centred = input - centre.unsqueeze(-2);
        Tensor axes = linalg.eigh(centred.transpose(-1, -2).matmul(centred)).Item2.flip(-1);
        Tensor sides = centred.matmul(axes).pow(3).sum(-2, keepdim: true);
        axes *= where(sides < 0, -ones_like(sides), ones_like(sides));
        return new RigidMotion(GramSchmidt.Frame(axes.transpose(-1, -2), _reflections), centre);
    }
}
