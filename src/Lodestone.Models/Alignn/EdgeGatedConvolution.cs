using Lodestone.Models.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Alignn;

/// <summary>
/// Edge-gated graph convolution: V. P. Dwivedi et al., arXiv:2003.00982, in the form of Choudhary and DeCost (2021), equations 1 to 3:
/// <code>
/// m_ij = W_s h_i + W_t h_j + W_e e_ij
/// e_ij ← e_ij + SiLU(BN(m_ij))
/// h_i  ← h_i + SiLU(BN(W_u h_i + Σ_j σ(m_ij) ⊙ W_v h_j / (Σ_j σ(m_ij) + 10⁻⁶)))
/// </code>
/// </summary>
internal sealed class EdgeGatedConvolution : nn.Module
{
    private const double Epsilon = 1e-6;
    private readonly Linear gate_source;
    private readonly Linear gate_target;
    private readonly Linear gate_edge;
    private readonly Linear update_source;
    private readonly Linear update_target;
    private readonly RowNormalization node_norm;
    private readonly RowNormalization edge_norm;

    /// <summary>Makes a convolution with random weights from torch's generator.</summary>
    /// <param name="features">Length of the features of nodes and edges.</param>
    public EdgeGatedConvolution(int features)
        : base(nameof(EdgeGatedConvolution))
    {
        gate_source = nn.Linear(features, features);
        gate_target = nn.Linear(features, features);
        gate_edge = nn.Linear(features, features);
        update_source = nn.Linear(features, features);
        update_target = nn.Linear(features, features);
        node_norm = new RowNormalization(features);
        edge_norm = new RowNormalization(features);
        RegisterComponents();
    }

    /// <summary>One convolution.</summary>
    /// <param name="nodes">h, [nodes, features].</param>
    /// <param name="edges">e, [edges, features].</param>
    /// <param name="source">The node i of each edge, to which it brings its message.</param>
    /// <param name="target">The node j of each edge, [edges].</param>
    /// <param name="last">Whether nothing reads the edges afterwards: they are left as they are.</param>
    public (Tensor Nodes, Tensor Edges) Step(Tensor nodes, Tensor edges, Segments source, Tensor target, bool last)
    {
        Tensor message = source.Spread(gate_source.forward(nodes)) + gate_target.forward(nodes).index_select(0, target) + gate_edge.forward(edges);
        Tensor gate = message.sigmoid();
        Tensor sum = source.Sum(gate * update_target.forward(nodes).index_select(0, target)) / (source.Sum(gate) + Epsilon);
        return (
            nodes + nn.functional.silu(node_norm.forward(update_source.forward(nodes) + sum)),
            last ? edges : edges + nn.functional.silu(edge_norm.forward(message)));
    }
}
