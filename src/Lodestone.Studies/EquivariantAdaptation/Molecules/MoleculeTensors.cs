using Lodestone.Models.Egnn;
using Lodestone.Models.Graphs;
using static TorchSharp.torch;

namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>A batch of molecules as tensors.</summary>
internal sealed class MoleculeTensors
{
    private readonly int[] _pairStart;
    private readonly int[] _pairTarget;

    public MoleculeTensors(MoleculeBatch batch)
    {
        Elements = tensor(batch.Elements, ScalarType.Int64);
        Positions = tensor(batch.Positions).view(-1, 3);
        Molecules = new Segments(batch.AtomStart);
        (_pairStart, _pairTarget) = Pairs(batch.AtomStart);
    }

    /// <summary>Atomic numbers, [atoms].</summary>
    public Tensor Elements { get; }

    /// <summary>Å, [atoms, 3].</summary>
    public Tensor Positions { get; }

    /// <summary>The atoms of each molecule.</summary>
    public Segments Molecules { get; }

    /// <summary>Every pair of different atoms of a molecule, with the way x_j − x_i between them.</summary>
    /// <param name="positions">[atoms, 3].</param>
    public EgnnEdges Edges(Tensor positions) => new(_pairStart, _pairTarget)
    {
        Attributes = positions.index_select(0, tensor(_pairTarget, ScalarType.Int64)) - new Segments(_pairStart).Spread(positions),
    };

    private static (int[] Start, int[] Target) Pairs(int[] atomStart)
    {
        var start = new List<int> { 0 };
        var target = new List<int>();
        for (int molecule = 0; molecule + 1 < atomStart.Length; molecule++)
            for (int atom = atomStart[molecule]; atom < atomStart[molecule + 1]; atom++)
            {
                for (int other = atomStart[molecule]; other < atomStart[molecule + 1]; other++)
                    if (other != atom)
                        target.Add(other);
                start.Add(target.Count);
            }
        return ([.. start], [.. target]);
    }
}
