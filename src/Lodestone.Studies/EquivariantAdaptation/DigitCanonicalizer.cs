using Lodestone.Symmetry.Canonicalization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>What training and measuring ask of a canonicalizer of digits, whatever its group.</summary>
internal abstract class DigitCanonicalizer : IDisposable
{
    public abstract ICanonicalizer<Tensor, Tensor> Frames { get; }

    public abstract IEnumerable<Parameter> Parameters { get; }

    /// <summary>The canonical images with a gradient, and what else the canonicalizer is to make small.</summary>
    public abstract (Tensor Images, Tensor Penalty) Canonicalize(Tensor images);

    /// <summary>The prior on copies of the images, each transformed by a random element.</summary>
    public abstract Tensor Prior(Tensor images);

    /// <summary>Share of images that are left alone.</summary>
    public abstract double IdentityShare(Tensor images);

    public abstract void Dispose();
}
