using Lodestone.Models.Cartesian;
using Lodestone.Models.Graphs;
using Lodestone.Models.Tests.Graphs;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Lodestone.Models.Tests.Cartesian;

/// <summary>The network of raw vectors, written down one crystal and one edge at a time.</summary>
internal static class PlainCartesian
{
    /// <summary>Predicts one crystal with the weights of a network.</summary>
    public static Tensor Predict(CartesianNetwork network, CartesianOptions options, CartesianGraph crystal)
    {
        var weights = new NamedWeights(network);
        CrystalGraph graph = crystal.Graph;
        PlainGraph.Edge[] edges = graph.Edges();
        if (options.Canonicalization is CrystalCanonicalization.Learned)
        {
            Tensor turn = Turns(crystal).MinBy(turn => Energy(turn).item<float>())!;
            edges = [.. edges.Select(edge => edge with { Vector = matmul(edge.Vector!, turn) })];
        }

        Tensor[] x = [.. graph.AtomicNumber.Select(number => weights.Element("elements", number))];
        for (int layer = 0; layer < options.Layers; layer++)
        {
            NamedWeights of = weights.Of($"layers.{layer}");
            Tensor[] sums = [.. x.Select(row => zeros_like(row))];
            foreach (PlainGraph.Edge edge in edges)
            {
                Tensor lengths = PlainGraph.Gaussians(edge.Length, 0, options.Cutoff, options.Gaussians);
                Tensor hidden = silu(of.Linear("own", x[edge.Source]) + of.Linear("other", x[edge.Target]) + of.Linear("edge", cat([lengths, Direction(edge.Vector!)])));
                double envelope = (1 + Math.Cos(Math.PI * edge.Length / options.Cutoff)) / 2;
                sums[edge.Source] = sums[edge.Source] + silu(of.Linear("message", hidden)) * envelope;
            }

            x = [.. x.Select((row, i) => row + of.Linear("update_second", silu(of.Linear("update_first", cat([row, sums[i]])))))];
        }

        Tensor material = cat([stack(x).mean([0]), tensor(crystal.Lattice) / 10]);
        return weights.Linear("material_second", silu(weights.Linear("material_first", material)));

        Tensor Direction(Tensor vector) => cat([vector / options.Cutoff, vector / vector.square().sum().sqrt()]);

        Tensor Energy(Tensor turn)
        {
            NamedWeights of = weights.Of("choice");
            Tensor[] atoms = [.. graph.AtomicNumber.Select(number => of.Element("elements", number))];
            return stack([.. edges.Select(edge =>
                of.Linear("output", silu(atoms[edge.Source] + 2 * atoms[edge.Target] + of.Linear("edge", Direction(matmul(edge.Vector!, turn))))))]).mean();
        }
    }

    private static IEnumerable<Tensor> Turns(CartesianGraph crystal) => crystal.Turns.Chunk(9).Select(turn => tensor(turn).view(3, 3));
}
