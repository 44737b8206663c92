using static TorchSharp.torch;

namespace Lodestone.Symmetry.Images;

/// <summary>
/// Canonicalization by optimization, with any network: the activation of an element g is −s(g⁻¹·x), where the energy s need not know of any
/// symmetry, and the smallest energy of all transformed copies is found by trying each (§3.2 of arXiv:2211.06489). Exact where the copies
/// are: for quarter turns and reflections.
/// </summary>
public sealed class EnergyImageCanonicalizer : ImageCanonicalizer
{
    private readonly nn.Module<Tensor, Tensor> energy;

    /// <summary>Makes a canonicalizer.</summary>
    /// <param name="group">The group.</param>
    /// <param name="energy">s, from images [rows, channels, size, size] to [rows, 1].</param>
    public EnergyImageCanonicalizer(ImageGroup group, nn.Module<Tensor, Tensor> energy)
        : base(nameof(EnergyImageCanonicalizer), group)
    {
        this.energy = energy;
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="images">[rows, channels, size, size].</param>
    /// <returns>Activations: [rows, elements]</returns>
    public override Tensor forward(Tensor images)
    {
        using var scope = NewDisposeScope();
        return energy.forward(Group.Candidates(images).flatten(0, 1)).neg().view(-1, Group.Order).MoveToOuterDisposeScope();
    }
}
