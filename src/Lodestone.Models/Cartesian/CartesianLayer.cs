using Lodestone.Models.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Lodestone.Models.Cartesian;

/// <summary>Messages that know where they come from: h_i ← h_i + φ_h(h_i, Σ_j c(d_ij) · φ_e(h_i, h_j, e_ij)), with vectors in e_ij.</summary>
internal sealed class CartesianLayer : nn.Module
{
    private readonly Linear own;
    private readonly Linear other;
    private readonly Linear edge;
    private readonly Linear message;
    private readonly Linear update_first;
    private readonly Linear update_second;

    public CartesianLayer(int features, int edgeFeatures)
        : base(nameof(CartesianLayer))
    {
        own = nn.Linear(features, features);
        other = nn.Linear(features, features, hasBias: false);
        edge = nn.Linear(edgeFeatures, features, hasBias: false);
        message = nn.Linear(features, features);
        update_first = nn.Linear(2 * features, features);
        update_second = nn.Linear(features, features);
        RegisterComponents();
    }

    /// <summary>One step.</summary>
    /// <param name="atoms">h, [atoms, F].</param>
    /// <param name="sources">The source atom of each edge.</param>
    /// <param name="targets">Target atom of each edge: [edges].</param>
    /// <param name="edges">e, [edges, E].</param>
    /// <param name="envelope">c, [edges, 1].</param>
    /// <returns>[atoms, F]</returns>
    public Tensor Step(Tensor atoms, Segments sources, Tensor targets, Tensor edges, Tensor envelope)
    {
        Tensor hidden = silu(sources.Spread(own.forward(atoms)) + other.forward(atoms).index_select(0, targets) + edge.forward(edges));
        Tensor sum = sources.Sum(silu(message.forward(hidden)) * envelope);
        return atoms + update_second.forward(silu(update_first.forward(cat([atoms, sum], 1))));
    }
}
