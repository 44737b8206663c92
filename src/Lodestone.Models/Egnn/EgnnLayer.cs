using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Egnn;

/// <summary>
/// A layer of the multi-channel EGNN (arXiv:2309.03139), which for one channel is that of the EGNN (Satorras et al. 2021, equations 3–7).
/// Features h_i and vectors X_i of m channels go in:
/// <code>
/// m_ij = φ_e(h_i, h_j, [‖(X_i − X_j)_c‖²], a_ij)
/// X_i ← X_i + mean_j clamp((X_i − X_j) φ_x(m_ij), ±100) + v_i φ_v(h_i)
/// h_i ← h_i + φ_h(h_i, Σ_j m_ij)
/// </code>
/// A single channel that becomes several is repeated; several that become one are averaged.
/// </summary>
internal sealed class EgnnLayer : nn.Module
{
    private const double LargestMove = 100;
    private const double VectorGain = 1e-3; // of the Xavier initialization of φ_x, so that vectors hardly move at first
    private const double LengthSmoothing = 1e-8; // keeps the derivative of a length finite at 0
    private readonly EgnnLayerOptions _options;
    private readonly Linear edge_first;
    private readonly Linear edge_second;
    private readonly Linear node_first;
    private readonly Linear node_second;
    private readonly Linear? attention;
    private readonly Linear? vector_first;
    private readonly Linear? vector_second;
    private readonly Linear? velocity_first;
    private readonly Linear? velocity_second;

    public EgnnLayer(EgnnLayerOptions options)
        : base(nameof(EgnnLayer))
    {
        _options = options;
        int features = options.Features, weights = options.ChannelsIn * options.ChannelsOut;
        edge_first = nn.Linear(2 * features + options.ChannelsIn + options.EdgeAttributes, features);
        edge_second = nn.Linear(features, features);
        node_first = nn.Linear(2 * features, features);
        node_second = nn.Linear(features, features);
        if (options.Attention) attention = nn.Linear(features, 1);
        if (weights > 0)
        {
            vector_first = nn.Linear(features, features);
            vector_second = nn.Linear(features, weights, hasBias: false);
            nn.init.xavier_uniform_(vector_second.weight!, VectorGain);
        }

        if (weights > 0 && options.Velocity)
        {
            velocity_first = nn.Linear(features, features);
            velocity_second = nn.Linear(features, weights);
        }

        RegisterComponents();
    }

    /// <summary>Applies the layer.</summary>
    /// <param name="features">h: [nodes, F].</param>
    /// <param name="vectors">X: [nodes, 3, channels in].</param>
    /// <param name="velocities">v: [nodes, 3]; null where the layer knows none.</param>
    /// <param name="edges">The edges.</param>
    /// <returns>h, [nodes, F], and X, [nodes, 3, channels out].</returns>
    public (Tensor Features, Tensor Vectors) Step(Tensor features, Tensor vectors, Tensor? velocities, EgnnEdges edges)
    {
        Tensor apart = vectors.index_select(0, edges.Source) - vectors.index_select(0, edges.Target);
        if (edges.Offset is { } offset) apart = apart - offset.unsqueeze(2);
        Tensor squares = apart.square().sum(1);
        Tensor messages = Messages(features, squares, edges);
        Tensor moved = vector_first is null ? vectors : Move(vectors, apart, squares, messages, edges);
        if (velocity_first is not null)
            moved = moved + matmul(velocities!.unsqueeze(2).expand(-1, -1, _options.ChannelsIn), Weights(velocity_first, velocity_second!, features));
        Tensor update = Mlp(node_first, node_second, cat([features, edges.Sum(messages)], 1));
        return (features + update, moved);
    }

    /// <summary>φ_e. Its first linear map is taken apart, so that the terms of h_i and h_j are computed once a node.</summary>
    private Tensor Messages(Tensor features, Tensor squares, EgnnEdges edges)
    {
        int length = _options.Features;
        Tensor weight = edge_first.weight!;
        Tensor own = nn.functional.linear(features, weight.narrow(1, 0, length), edge_first.bias!);
        Tensor other = nn.functional.linear(features, weight.narrow(1, length, length));
        Tensor known = edges.Attributes is { } attributes ? cat([squares, attributes], 1) : squares;
        Tensor edge = nn.functional.linear(known, weight.narrow(1, 2 * length, known.shape[1]));
        Tensor hidden = nn.functional.silu(own.index_select(0, edges.Source) + other.index_select(0, edges.Target) + edge);
        Tensor messages = nn.functional.silu(edge_second.forward(hidden));
        return attention is null ? messages : messages * attention.forward(messages).sigmoid();
    }

    private Tensor Move(Tensor vectors, Tensor apart, Tensor squares, Tensor messages, EgnnEdges edges)
    {
        if (_options.NormDiff) apart = apart / ((squares + LengthSmoothing).sqrt() + 1).unsqueeze(1);
        Tensor weights = Weights(vector_first!, vector_second!, messages);
        if (_options.Tanh) weights = weights.tanh();
        Tensor moves = matmul(apart, weights).clamp(-LargestMove, LargestMove);
        Tensor mean = edges.Sum(moves) * edges.Share.view(-1, 1, 1);
        return Carried(vectors) + mean;
    }

    private Tensor Carried(Tensor vectors) => _options.ChannelsOut switch
    {
        1 => vectors.mean([2], keepdim: true),
        _ => vectors.expand(-1, -1, _options.ChannelsOut),
    };

    private Tensor Weights(Linear first, Linear second, Tensor inputs) =>
        Mlp(first, second, inputs).view(-1, _options.ChannelsIn, _options.ChannelsOut);

    private static Tensor Mlp(Linear first, Linear second, Tensor inputs) => second.forward(nn.functional.silu(first.forward(inputs)));
}
