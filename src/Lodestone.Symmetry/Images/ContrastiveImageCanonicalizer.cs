using static TorchSharp.torch;

namespace Lodestone.Symmetry.Images;

/// <summary>
/// Takes the copy whose vector points most along a reference: the activation of an element g is the cosine of v_g with v_ref (S. S. Panigrahi and
/// A. K. Mondal, "Improved canonicalization for model agnostic equivariance", 2024, arXiv:2405.14089). The reference is a random unit vector that
/// is not learned: a network whose last layer is linear can turn its vectors to any reference, so nothing is lost, and it cannot follow the vectors.
/// <see cref="Contrast"/> keeps the vectors of different copies apart.
/// </summary>
public sealed class ContrastiveImageCanonicalizer : OptimizedImageCanonicalizer
{
    private readonly Tensor reference;

    /// <summary>Makes a canonicalizer with a random reference from torch's generator.</summary>
    /// <param name="group">The group.</param>
    /// <param name="network">From images [rows, channels, size, size] to vectors [rows, length].</param>
    /// <param name="length">Length of the vectors, at least 2; where it is at least the order of the group, all vectors of an image can be orthogonal.</param>
    public ContrastiveImageCanonicalizer(ImageGroup group, nn.Module<Tensor, Tensor> network, int length)
        : base(nameof(ContrastiveImageCanonicalizer), group, network)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        reference = Unit(randn(length)).DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <inheritdoc />
    public override Tensor Activations(Tensor vectors) => Unit(vectors).matmul(reference);

    /// <summary>
    /// L_opt, the mean size of the cosines between vectors of different copies of an image, to be made small: 0 where all are orthogonal, 1 where all
    /// are parallel.
    /// </summary>
    /// <param name="vectors">v_g: [rows, elements, length], of two elements at least.</param>
    public static Tensor Contrast(Tensor vectors)
    {
        using var scope = NewDisposeScope();
        long order = vectors.shape[1];
        Tensor unit = Unit(vectors), cosines = unit.matmul(unit.transpose(1, 2));
        Tensor different = 1 - eye(order, dtype: cosines.dtype);
        return ((cosines * different).abs().sum() / (vectors.shape[0] * order * (order - 1))).MoveToOuterDisposeScope();
    }

    private static Tensor Unit(Tensor vectors) => nn.functional.normalize(vectors, dim: -1);
}
