using Lodestone.Models.Egnn;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Lodestone.Models.Tests.Egnn;

/// <summary>The multi-channel EGNN as its equations stand (Levy et al., arXiv:2309.03139), one edge after the other.</summary>
internal static class PlainMcEgnn
{
    /// <summary>An edge.</summary>
    /// <param name="I">The node that learns.</param>
    /// <param name="J">The node that it learns from.</param>
    /// <param name="Offset">What is subtracted from x_i − x_j: [3].</param>
    /// <param name="Attributes">What else is known of it: [attributes].</param>
    public sealed record Edge(int I, int J, Tensor Offset, Tensor Attributes);

    /// <summary>Applies the layers of a network, the first of which takes one channel.</summary>
    /// <param name="weights">Those of the network.</param>
    /// <param name="layers">Number of layers.</param>
    /// <param name="channels">Number of channels between layers.</param>
    /// <param name="last">The options of the last layer.</param>
    /// <param name="h">[F] for each node.</param>
    /// <param name="x">[3, 1] for each node.</param>
    /// <param name="velocities">[3] for each node; null where nodes have none.</param>
    /// <param name="edges">The edges.</param>
    public static (Tensor[] Features, Tensor[] Vectors) Run(
        NamedWeights weights, int layers, int channels, EgnnLayerOptions last, Tensor[] h, Tensor[] x, Tensor[]? velocities, IReadOnlyList<Edge> edges)
    {
        for (int layer = 0; layer < layers; layer++)
        {
            int entering = layer == 0 ? 1 : channels;
            EgnnLayerOptions options = last with { ChannelsIn = entering, ChannelsOut = layer == layers - 1 ? last.ChannelsOut : channels };
            (h, x) = Step(weights.Of($"layers.{layer}"), options, h, x, velocities, edges);
        }

        return (h, x);
    }

    /// <summary>The rows of a tensor.</summary>
    public static Tensor[] Rows(Tensor values) => [.. Enumerable.Range(0, (int)values.shape[0]).Select(row => values[row])];

    private static (Tensor[] Features, Tensor[] Vectors) Step(
        NamedWeights weights, EgnnLayerOptions options, Tensor[] h, Tensor[] x, Tensor[]? velocities, IReadOnlyList<Edge> edges)
    {
        int channelsIn = options.ChannelsIn, channelsOut = options.ChannelsOut;
        var messages = h.Select(row => zeros_like(row)).ToArray();
        var moves = x.Select(row => zeros(3, channelsOut, dtype: row.dtype)).ToArray();
        int[] degree = new int[h.Length];
        foreach (Edge edge in edges) degree[edge.I]++;
        foreach (var (i, j, offset, attributes) in edges)
        {
            Tensor apart = x[i] - x[j] - offset.unsqueeze(1), squares = apart.square().sum([0]);
            Tensor message = silu(Perceptron(weights, "edge", cat([h[i], h[j], squares, attributes])));
            if (options.Attention) message = weights.Linear("attention", message).sigmoid() * message;
            messages[i] = messages[i] + message;
            if (channelsOut == 0) continue;

            Tensor weight = Perceptron(weights, "vector", message).view(channelsIn, channelsOut);
            if (options.Tanh) weight = weight.tanh();
            if (options.NormDiff) apart = apart / (squares.sqrt() + 1);
            moves[i] = moves[i] + matmul(apart, weight).clamp(-100, 100) / degree[i];
        }

        return ([.. h.Select((row, i) => row + Perceptron(weights, "node", cat([row, messages[i]])))], channelsOut == 0 ? x : [.. x.Select(Moved)]);

        Tensor Moved(Tensor row, int i)
        {
            Tensor moved = (channelsOut == 1 ? row.mean([1], keepdim: true) : row.expand(3, channelsOut)) + moves[i];
            if (velocities is null) return moved;
            return moved + velocities[i].unsqueeze(1) * Perceptron(weights, "velocity", h[i]).view(channelsIn, channelsOut).sum([0]);
        }
    }

    private static Tensor Perceptron(NamedWeights weights, string name, Tensor x) =>
        weights.Linear($"{name}_second", silu(weights.Linear($"{name}_first", x)));
}
