using Lodestone.Symmetry.Canonicalization;
using Lodestone.Symmetry.Images;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>A canonicalizer over rotations by any angle.</summary>
internal sealed class SteerableDigitCanonicalizer(SteerableImageCanonicalizer canonicalizer) : DigitCanonicalizer
{
    // Half a step of C8.
    private const double Alone = Math.PI / 8;

    public override ICanonicalizer<Tensor, Tensor> Frames => canonicalizer;

    public override IEnumerable<Parameter> Parameters => canonicalizer.parameters();

    public override (Tensor Images, Tensor Penalty) Canonicalize(Tensor images) => (canonicalizer.CanonicalForm(images), zeros(1));

    public override Tensor Prior(Tensor images)
    {
        Tensor elements = ImageRotation.Matrices(rand(images.shape[0]) * (2 * Math.PI));
        return FramePrior.Loss(canonicalizer.forward(canonicalizer.Act(elements, images)), elements);
    }

    /// <summary>Share of images that are turned by less than 22.5°.</summary>
    public override double IdentityShare(Tensor images) =>
        canonicalizer.forward(images)[.., 0, 0].gt(Math.Cos(Alone)).to_type(float64).mean().item<double>();

    public override void Dispose() => canonicalizer.Dispose();
}
