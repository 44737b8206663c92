using Lodestone.Models.Graphs;
using static TorchSharp.torch;

namespace Lodestone.Models.Megnet;

/// <summary>Who belongs to whom in a batch of crystals.</summary>
internal sealed class MegnetGraph
{
    /// <summary>Prepares a batch.</summary>
    public MegnetGraph(CrystalGraph batch)
    {
        BondsOfAtoms = new Segments(batch.EdgeStart);
        AtomsOfCrystals = new Segments(batch.AtomStart);
        BondsOfCrystals = new Segments(Array.ConvertAll(batch.AtomStart, atom => batch.EdgeStart[atom]));
        Target = tensor(batch.EdgeTarget, ScalarType.Int64);
    }

    /// <summary>The bonds that lead from each atom.</summary>
    public Segments BondsOfAtoms { get; }

    /// <summary>The atoms of each crystal.</summary>
    public Segments AtomsOfCrystals { get; }

    /// <summary>The bonds of each crystal.</summary>
    public Segments BondsOfCrystals { get; }

    /// <summary>The atom at the far end of each bond: [bonds].</summary>
    public Tensor Target { get; }
}
