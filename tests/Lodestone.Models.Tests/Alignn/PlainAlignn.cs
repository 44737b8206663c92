using Lodestone.Models.Alignn;
using Lodestone.Models.Graphs;
using Lodestone.Models.Tests.Graphs;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Lodestone.Models.Tests.Alignn;

/// <summary>The network of atoms, bonds and angles as its equations stand (Choudhary and DeCost 2021), one node after the other, not in training.</summary>
internal static class PlainAlignn
{
    /// <summary>Predicts one crystal with the weights of a network.</summary>
    public static Tensor Predict(AlignnNetwork network, AlignnOptions options, CrystalGraph crystal)
    {
        var weights = new NamedWeights(network);
        PlainGraph.Edge[] given = crystal.Edges();
        (int I, int J)[] bonds = [.. given.Select(edge => (edge.Source, edge.Target))];
        (int I, int J)[] meetings = [.. from a in Enumerable.Range(0, bonds.Length) from b in Enumerable.Range(0, bonds.Length) where bonds[a].J == bonds[b].I select (a, b)];

        Tensor[] atoms = [.. crystal.AtomicNumber.Select(number => weights.Element("elements", number))];
        Tensor[] edges = [.. given.Select(edge => Embed("bond", PlainGraph.Gaussians(edge.Length, 0, options.Cutoff, options.DistanceGaussians)))];
        Tensor[] angles = [.. meetings.Select(meeting => Embed("angle", PlainGraph.Gaussians(Cosine(meeting.I, meeting.J), -1, 1, options.AngleGaussians)))];
        for (int layer = 0; layer < options.AngleLayers + options.BondLayers; layer++)
        {
            if (layer < options.AngleLayers) (edges, angles) = Convolve(weights.Of($"angle_convolutions.{layer}"), edges, angles, meetings);
            (atoms, edges) = Convolve(weights.Of($"bond_convolutions.{layer}"), atoms, edges, bonds);
        }

        return weights.Linear("output", stack(atoms).mean([0]));

        Tensor Embed(string kind, Tensor x)
        {
            foreach (int layer in (int[])[0, 1])
            {
                NamedWeights of = weights.Of($"{kind}_embedding.{layer}");
                x = silu(of.BatchNorm("norm.norm", of.Linear("linear", x)));
            }

            return x;
        }

        double Cosine(int bond, int other)
        {
            Tensor a = -given[bond].Vector!, b = given[other].Vector!;
            return ((a * b).sum() / (a.square().sum() * b.square().sum()).sqrt()).item<float>();
        }
    }

    private static (Tensor[] Nodes, Tensor[] Edges) Convolve(NamedWeights weights, Tensor[] nodes, Tensor[] edges, (int I, int J)[] ends)
    {
        Tensor[] messages = [.. ends.Select((end, e) =>
            weights.Linear("gate_source", nodes[end.I]) + weights.Linear("gate_target", nodes[end.J]) + weights.Linear("gate_edge", edges[e]))];
        Tensor[] numerator = [.. nodes.Select(node => zeros_like(node))], denominator = [.. nodes.Select(node => full_like(node, 1e-6))];
        for (int e = 0; e < ends.Length; e++)
        {
            var (i, j) = ends[e];
            numerator[i] = numerator[i] + messages[e].sigmoid() * weights.Linear("update_target", nodes[j]);
            denominator[i] = denominator[i] + messages[e].sigmoid();
        }

        return (
            [.. nodes.Select((node, i) => node + silu(weights.BatchNorm("node_norm.norm", weights.Linear("update_source", node) + numerator[i] / denominator[i])))],
            [.. edges.Select((edge, e) => edge + silu(weights.BatchNorm("edge_norm.norm", messages[e])))]);
    }
}
