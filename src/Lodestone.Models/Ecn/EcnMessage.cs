using Lodestone.Symmetry.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Ecn;

/// <summary>
/// The messages of one layer along one kind of edges. t_ij = [h_i, h_j, e_ij] is put into the column of the sender's cell of a matrix that is zero
/// elsewhere, passes through tied linear maps with swish, is read at the receiver's cell, gated and summed:
/// <code>u_ij = T_ij[cell(i)],  U_i = Σ_j σ(a·u_ij + b) u_ij.</code>
/// The maps are evaluated on orbits of cells (<see cref="EcnSymmetry"/>), and the first one an atom instead of an edge.
/// </summary>
internal sealed class EcnMessage : nn.Module<Tensor, Tensor, EcnEdgeTensors, Tensor>
{
    private readonly EcnSymmetry _symmetry;
    private readonly int _features;
    private readonly int _edgeFeatures;
    private readonly ModuleList<TiedLinear> maps;
    private readonly Linear gate;

    /// <summary>Makes a module with random weights from torch's generator.</summary>
    public EcnMessage(EcnOptions options, EcnSymmetry symmetry)
        : base(nameof(EcnMessage))
    {
        _symmetry = symmetry;
        _features = options.AtomFeatureLength;
        _edgeFeatures = options.EdgeFeatureLength;
        maps = nn.ModuleList(symmetry.Maps.Select((map, i) => i == 0
            ? new TiedLinear(map.Pattern, 2 * _features + _edgeFeatures, _features, TiedFan.Channels)
            : new TiedLinear(map.Pattern, _features, _features)).ToArray());
        gate = nn.Linear(_features, 1);
        RegisterComponents();
    }

    /// <summary>The tied maps, from first to last.</summary>
    public IReadOnlyList<TiedLinear> Maps => [.. maps];

    /// <summary>The gate.</summary>
    public Linear Gate => gate;

    /// <inheritdoc />
    /// <param name="atoms">[atoms, features].</param>
    /// <param name="lengths">Features of the edges' lengths: [edges, edge features].</param>
    /// <param name="edges">The edges of the batch.</param>
    /// <returns>[atoms, features]</returns>
    public override Tensor forward(Tensor atoms, Tensor lengths, EcnEdgeTensors edges)
    {
        Tensor points = First(atoms, lengths, edges);
        for (int i = 1; i < maps.Count - 1; i++)
        {
            var (weight, bias) = maps[i].Fold(_symmetry.Maps[i].Fold);
            points = nn.functional.silu(nn.functional.linear(points, weight.t(), bias));
        }
        Tensor read = Last(points.index_select(0, edges.ReadEdge), edges.ClassCount);
        Tensor gated = gate.forward(read).sigmoid() * edges.ReadWeight * read;
        return zeros_like(atoms).index_add_(0, edges.ReadReceiver, gated, 1);
    }

    /// <summary>The input is zero but at the sender's cell, which is an orbit by itself, the first.</summary>
    private Tensor First(Tensor atoms, Tensor lengths, EcnEdgeTensors edges)
    {
        var (weight, bias) = maps[0].Fold(_symmetry.Maps[0].Fold);
        Tensor receivers = atoms.matmul(weight.narrow(0, 0, _features)).index_select(0, edges.Receiver);
        Tensor senders = atoms.matmul(weight.narrow(0, _features, _features)).index_select(0, edges.Sender);
        return nn.functional.silu(
            nn.functional.linear(lengths, weight.narrow(0, 2 * _features, _edgeFeatures).t(), bias) + receivers + senders);
    }

    /// <summary>Each reading needs the output of one class only.</summary>
    private Tensor Last(Tensor points, int[] classCount)
    {
        var (weight, bias) = maps[maps.Count - 1].Fold(_symmetry.Maps[^1].Fold);
        var parts = new List<Tensor>();
        int start = 0;
        for (int kind = 0; kind < classCount.Length; kind++)
        {
            Tensor rows = points.narrow(0, start, classCount[kind]);
            parts.Add(nn.functional.linear(rows, weight.narrow(1, kind * _features, _features).t(), bias.narrow(0, kind * _features, _features)));
            start += classCount[kind];
        }
        return nn.functional.silu(cat(parts));
    }
}
