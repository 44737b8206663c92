using static TorchSharp.torch;

namespace Lodestone.Symmetry.Canonicalization;

/// <summary>
/// Keeps a canonicalizer over a finite group near the orientations that a pretrained predictor knows (A. K. Mondal et al., "Equivariant adaptation
/// of large pretrained models", NeurIPS 2023, arXiv:2310.01647): inputs as they come are canonical already, so h(x) should be the identity.
/// </summary>
public static class CanonicalizationPrior
{
    /// <summary>The mean of −log softmax(a)_e, with the identity e: the divergence of the canonicalizer's distribution from the identity.</summary>
    /// <param name="activations">a: [rows, elements]; the identity is element 0.</param>
    public static Tensor Loss(Tensor activations) => -activations.log_softmax(1).select(1, 0).mean();

    /// <summary>
    /// The same on transformed inputs g·x: the mean of −log softmax(a(g·x))_g. An exactly equivariant canonicalizer makes no difference between the two;
    /// one that is exact only up to interpolation may tell transformed inputs by their blur, and this keeps it from that.
    /// </summary>
    /// <param name="activations">a(g·x): [rows, elements].</param>
    /// <param name="elements">g of each row: [rows], Int64.</param>
    public static Tensor Loss(Tensor activations, Tensor elements) => nn.functional.cross_entropy(activations, elements);

    /// <summary>The identity metric: the share of inputs whose largest activation is that of the identity.</summary>
    /// <param name="activations">[rows, elements].</param>
    public static double IdentityShare(Tensor activations) => activations.argmax(1).eq(0).to_type(float64).mean().item<double>();
}
