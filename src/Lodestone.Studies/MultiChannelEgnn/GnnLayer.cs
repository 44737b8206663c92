using Lodestone.Models.Egnn;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>A layer of the EGNN without vectors: m_ij = φ_e(h_i, h_j, a_ij), h_i ← h_i + φ_h(h_i, Σ_j m_ij).</summary>
internal sealed class GnnLayer : nn.Module<Tensor, EgnnEdges, Tensor>
{
    private readonly Linear edge_own;
    private readonly Linear edge_other;
    private readonly Linear edge_attributes;
    private readonly Linear edge_second;
    private readonly Linear node_first;
    private readonly Linear node_second;

    public GnnLayer(int features, int edgeAttributes)
        : base(nameof(GnnLayer))
    {
        edge_own = nn.Linear(features, features);
        edge_other = nn.Linear(features, features, hasBias: false);
        edge_attributes = nn.Linear(edgeAttributes, features, hasBias: false);
        edge_second = nn.Linear(features, features);
        node_first = nn.Linear(2 * features, features);
        node_second = nn.Linear(features, features);
        RegisterComponents();
        Initialize(1 / Math.Sqrt(2 * features + edgeAttributes));
    }

    /// <inheritdoc />
    /// <param name="features">[nodes, F].</param>
    /// <param name="edges">The edges with their attributes.</param>
    /// <returns>[nodes, F]</returns>
    public override Tensor forward(Tensor features, EgnnEdges edges)
    {
        Tensor hidden = silu(edge_own.forward(features).index_select(0, edges.Source)
            + edge_other.forward(features).index_select(0, edges.Target)
            + edge_attributes.forward(edges.Attributes!));
        Tensor messages = silu(edge_second.forward(hidden));
        return features + node_second.forward(silu(node_first.forward(cat([features, edges.Sum(messages)], 1))));
    }

    /// <summary>The three parts start as one linear map of the joined vector would.</summary>
    private void Initialize(double bound)
    {
        foreach (Linear part in new[] { edge_own, edge_other, edge_attributes })
            nn.init.uniform_(part.weight!, -bound, bound);
        nn.init.uniform_(edge_own.bias!, -bound, bound);
    }
}
