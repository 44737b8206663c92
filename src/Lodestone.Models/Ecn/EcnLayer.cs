using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Ecn;

/// <summary>
/// One round of messages along bonds and, with other weights, between copies of an atom:
/// <code>h_i ← h_i + W₂ swish(W₁ [U_i + U′_i, h_i] + b₁) + b₂.</code>
/// </summary>
internal sealed class EcnLayer : nn.Module<Tensor, EcnBatch, Tensor>
{
    private readonly EcnMessage bonds;
    private readonly EcnMessage? copies;
    private readonly Linear hidden;
    private readonly Linear update;

    /// <summary>Makes a layer with random weights from torch's generator.</summary>
    public EcnLayer(EcnOptions options, EcnSymmetry symmetry)
        : base(nameof(EcnLayer))
    {
        bonds = new EcnMessage(options, symmetry);
        if (!options.Hierarchical) copies = new EcnMessage(options, symmetry);
        hidden = nn.Linear(2 * options.AtomFeatureLength, options.AtomFeatureLength);
        update = nn.Linear(options.AtomFeatureLength, options.AtomFeatureLength);
        RegisterComponents();
    }

    /// <summary>The messages along bonds.</summary>
    public EcnMessage Bonds => bonds;

    /// <summary>The messages between copies of an atom; null where there are none.</summary>
    public EcnMessage? Copies => copies;

    /// <inheritdoc />
    /// <param name="atoms">[atoms, features].</param>
    /// <param name="batch">The edges with the features of their lengths.</param>
    /// <returns>[atoms, features]</returns>
    public override Tensor forward(Tensor atoms, EcnBatch batch)
    {
        Tensor sums = bonds.forward(atoms, batch.BondLengths, batch.Bonds);
        if (copies is not null) sums = sums + copies.forward(atoms, batch.CopyLengths, batch.Copies);
        return atoms + update.forward(nn.functional.silu(hidden.forward(cat([sums, atoms], 1))));
    }
}
