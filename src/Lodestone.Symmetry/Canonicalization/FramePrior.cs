using static TorchSharp.torch;

namespace Lodestone.Symmetry.Canonicalization;

/// <summary>
/// Keeps a canonicalizer over SO(n) or O(n) near the orientations that a pretrained predictor knows (A. K. Mondal et al., "Equivariant adaptation of
/// large pretrained models", NeurIPS 2023, arXiv:2310.01647): frames of inputs as they come should be the unit matrix. The finite case is
/// <see cref="CanonicalizationPrior"/>.
/// </summary>
public static class FramePrior
{
    /// <summary>The mean over rows and entries of (R − I)².</summary>
    /// <param name="frames">R = h(x): [rows, n, n].</param>
    public static Tensor Loss(Tensor frames) => Loss(frames, eye(frames.shape[^1], dtype: frames.dtype));

    /// <summary>The same on transformed inputs g·x, (h(g·x) − g)²; no different where the canonicalizer is exactly equivariant.</summary>
    /// <param name="frames">h(g·x): [rows, n, n].</param>
    /// <param name="elements">g of each row, [rows, n, n], or of all, [n, n].</param>
    public static Tensor Loss(Tensor frames, Tensor elements) => (frames - elements).square().mean();

    /// <summary>The identity metric: the mean over rows of ‖R − I‖, the root of the sum of squares.</summary>
    /// <param name="frames">[rows, n, n].</param>
    public static double IdentityDistance(Tensor frames) =>
        (frames - eye(frames.shape[^1], dtype: frames.dtype)).square().sum([1, 2]).sqrt().to_type(float64).mean().item<double>();
}
