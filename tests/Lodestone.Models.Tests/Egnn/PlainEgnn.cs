using Lodestone.Models.Egnn;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Lodestone.Models.Tests.Egnn;

/// <summary>The EGNN with velocities as its equations stand (Satorras et al. 2021, equations 3, 5, 6 and 7): one vector a particle.</summary>
internal static class PlainEgnn
{
    /// <summary>Predicts positions with the weights of a network of one channel.</summary>
    /// <param name="network">The network.</param>
    /// <param name="layers">Number of its layers.</param>
    /// <param name="inputs">Particles.</param>
    /// <param name="joined">Whether φ_e multiplies one joined vector by one matrix, or each part of it by a part of the matrix.</param>
    public static Tensor Predict(EgnnDynamics network, int layers, ParticleInputs inputs, bool joined)
    {
        var weights = new NamedWeights(network);
        EgnnEdges edges = inputs.Edges();
        Tensor h = weights.Linear("embedding", inputs.Speeds), x = inputs.Positions;
        for (int layer = 0; layer < layers; layer++)
        {
            NamedWeights of = weights.Of($"layers.{layer}");
            Tensor difference = x[edges.Source] - x[edges.Target];
            Tensor known = cat([difference.square().sum(1, keepdim: true), edges.Attributes!], 1);
            long features = h.shape[1];
            Tensor first = joined
                ? of.Linear("edge_first", cat([h[edges.Source], h[edges.Target], known], 1))
                : linear(h, of["edge_first.weight"][.., ..(int)features], of["edge_first.bias"])[edges.Source]
                    + linear(h, of["edge_first.weight"][.., (int)features..(int)(2 * features)])[edges.Target]
                    + linear(known, of["edge_first.weight"][.., (int)(2 * features)..]);
            Tensor messages = silu(of.Linear("edge_second", silu(first)));
            Tensor moves = (difference * of.Linear("vector_second", silu(of.Linear("vector_first", messages)))).clamp(-100, 100);
            Tensor mean = zeros_like(x).index_add_(0, edges.Source, moves, 1) * edges.Share.unsqueeze(1);
            x = x + mean + inputs.Velocities * of.Linear("velocity_second", silu(of.Linear("velocity_first", h)));
            Tensor sum = zeros_like(h).index_add_(0, edges.Source, messages, 1);
            h = h + of.Linear("node_second", silu(of.Linear("node_first", cat([h, sum], 1))));
        }

        return x;
    }
}
