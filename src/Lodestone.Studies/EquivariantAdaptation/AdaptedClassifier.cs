using Lodestone.Symmetry.Canonicalization;
using static TorchSharp.torch;

namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>A classifier, and the canonicalizer before it where there is one.</summary>
internal sealed class AdaptedClassifier(nn.Module<Tensor, Tensor> classifier, DigitCanonicalizer? canonicalizer) : IDisposable
{
    public nn.Module<Tensor, Tensor> Classifier => classifier;

    public DigitCanonicalizer? Canonicalizer => canonicalizer;

    /// <summary>Logits: [rows, 10].</summary>
    public Tensor Classify(Tensor images) =>
        canonicalizer is null ? classifier.forward(images) : canonicalizer.Frames.Invariant(classifier.forward)(images);

    public double IdentityShare(Tensor images)
    {
        if (canonicalizer is null) return 1;
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return canonicalizer.IdentityShare(images);
    }

    public void Dispose()
    {
        classifier.Dispose();
        canonicalizer?.Dispose();
    }
}
