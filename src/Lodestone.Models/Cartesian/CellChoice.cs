using Lodestone.Models.Elements;
using Lodestone.Models.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Lodestone.Models.Cartesian;

/// <summary>
/// The learned part of a canonicalization of crystals: an energy of the crystal in each of its standard cells, the mean over edges of a network that
/// sees elements and vectors. The cell of the lowest energy is taken, of those within 10⁻⁵ of it the first by rule; gradients pass as if the turns
/// were averaged with weights softmax(−energy) (the straight-through estimator). The energy may be any function, for the cells are the same
/// however the crystal was given.
/// </summary>
internal sealed class CellChoice : nn.Module
{
    private const float Tie = 1e-5f;
    private readonly ElementVectors elements;
    private readonly Linear edge;
    private readonly Linear output;

    public CellChoice(int features, int edgeFeatures)
        : base(nameof(CellChoice))
    {
        elements = new ElementVectors(features, useProperties: true);
        edge = nn.Linear(edgeFeatures, features);
        output = nn.Linear(features, 1, hasBias: false);
        RegisterComponents();
    }

    /// <summary>Chooses a turn for each crystal.</summary>
    /// <param name="batch">The crystals.</param>
    /// <param name="edges">Features of edges from vectors, [edges, 3] → [edges, E].</param>
    /// <returns>[crystals, 3, 3]</returns>
    public Tensor Choose(CartesianGraph batch, Func<Tensor, Tensor> edges)
    {
        Tensor turns = tensor(batch.Turns).view(-1, 3, 3);
        if (turns.shape[0] == batch.Graph.Crystals) return turns;
        var crystals = new Segments(batch.TurnStart);
        Tensor energies = Energies(batch, turns, edges);
        Tensor weights = crystals.Softmax(-energies);
        Tensor chosen = Lowest(energies, batch.TurnStart) + weights - weights.detach();
        return crystals.Sum(turns * chosen.view(-1, 1, 1));
    }

    /// <summary>[turns]</summary>
    private Tensor Energies(CartesianGraph batch, Tensor turns, Func<Tensor, Tensor> features)
    {
        TurnedEdges pairs = TurnedEdges.Of(batch);
        Tensor turn = tensor(pairs.Turn), edgeOf = tensor(pairs.Edge);
        Tensor vectors = tensor(batch.Graph.EdgeVector!).view(-1, 3).index_select(0, edgeOf);
        Tensor turned = vectors.unsqueeze(1).bmm(turns.index_select(0, turn)).squeeze(1);
        Tensor atoms = elements.forward(tensor(batch.Graph.AtomicNumber));
        Tensor ends = atoms.index_select(0, tensor(pairs.Source)) + 2 * atoms.index_select(0, tensor(pairs.Target));
        Tensor energies = output.forward(silu(ends + edge.forward(features(turned)))).squeeze(1);
        return new Segments(pairs.Start).Mean(energies.unsqueeze(1)).squeeze(1);
    }

    private static Tensor Lowest(Tensor energies, int[] start)
    {
        float[] values = energies.detach().data<float>().ToArray();
        var chosen = new float[values.Length];
        for (int crystal = 0; crystal + 1 < start.Length; crystal++)
        {
            float[] own = values[start[crystal]..start[crystal + 1]];
            float limit = own.Min() + Tie;
            chosen[start[crystal] + Array.FindIndex(own, energy => energy <= limit)] = 1;
        }
        return tensor(chosen);
    }
}
