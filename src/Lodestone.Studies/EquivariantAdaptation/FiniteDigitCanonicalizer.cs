using Lodestone.Symmetry.Canonicalization;
using Lodestone.Symmetry.Images;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>A canonicalizer over the rotations of a finite group.</summary>
internal sealed class FiniteDigitCanonicalizer(ImageCanonicalizer canonicalizer) : DigitCanonicalizer
{
    public override ICanonicalizer<Tensor, Tensor> Frames => canonicalizer;

    public override IEnumerable<Parameter> Parameters => canonicalizer.parameters();

    public override (Tensor Images, Tensor Penalty) Canonicalize(Tensor images)
    {
        if (canonicalizer is not ContrastiveImageCanonicalizer contrastive)
            return (canonicalizer.Canonicalize(images, canonicalizer.forward(images)), zeros(1));
        Tensor vectors = contrastive.Vectors(images);
        return (contrastive.Canonicalize(images, contrastive.Activations(vectors)), ContrastiveImageCanonicalizer.Contrast(vectors));
    }

    public override Tensor Prior(Tensor images)
    {
        Tensor elements = randint(0, canonicalizer.Group.Order, images.shape[0], dtype: int64);
        return CanonicalizationPrior.Loss(canonicalizer.forward(canonicalizer.Group.Act(elements, images)), elements);
    }

    public override double IdentityShare(Tensor images) => CanonicalizationPrior.IdentityShare(canonicalizer.forward(images));

    public override void Dispose() => canonicalizer.Dispose();
}
