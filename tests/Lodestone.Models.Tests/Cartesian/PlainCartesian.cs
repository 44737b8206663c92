using Lodestone.Models.Cartesian;
using Lodestone.Models.Graphs;
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
        Edge[] edges = [.. Enumerable.Range(0, graph.Atoms).SelectMany(i => Enumerable.Range(graph.EdgeStart[i], graph.EdgeStart[i + 1] - graph.EdgeStart[i])
            .Select(e => new Edge(i, graph.EdgeTarget[e], graph.EdgeDistance[e], tensor(graph.EdgeVector![(3 * e)..(3 * e + 3)]))))];
        if (options.Canonicalization is CrystalCanonicalization.Learned)
        {
            Tensor turn = Turns(crystal).MinBy(turn => Energy(turn).item<float>())!;
            edges = [.. edges.Select(edge => edge with { Vector = matmul(edge.Vector, turn) })];
        }

        Tensor[] x = [.. graph.AtomicNumber.Select(number => weights.Element("elements", number))];
        for (int layer = 0; layer < options.Layers; layer++)
        {
            NamedWeights of = weights.Of($"layers.{layer}");
            Tensor[] sums = [.. x.Select(row => zeros_like(row))];
            foreach (Edge edge in edges)
            {
                Tensor hidden = silu(of.Linear("own", x[edge.I]) + of.Linear("other", x[edge.J]) + of.Linear("edge", cat([Gaussians(edge.Length), Direction(edge.Vector)])));
                double envelope = (1 + Math.Cos(Math.PI * edge.Length / options.Cutoff)) / 2;
                sums[edge.I] = sums[edge.I] + silu(of.Linear("message", hidden)) * envelope;
            }

            x = [.. x.Select((row, i) => row + of.Linear("update_second", silu(of.Linear("update_first", cat([row, sums[i]])))))];
        }

        Tensor material = cat([stack(x).mean([0]), tensor(crystal.Lattice) / 10]);
        return weights.Linear("material_second", silu(weights.Linear("material_first", material)));

        Tensor Gaussians(double length)
        {
            double step = options.Cutoff / (options.Gaussians - 1);
            return ((length - linspace(0, options.Cutoff, options.Gaussians)) / step).square().neg().exp();
        }

        Tensor Direction(Tensor vector) => cat([vector / options.Cutoff, vector / vector.square().sum().sqrt()]);

        Tensor Energy(Tensor turn)
        {
            NamedWeights of = weights.Of("choice");
            Tensor[] atoms = [.. graph.AtomicNumber.Select(number => of.Element("elements", number))];
            return stack([.. edges.Select(edge =>
                of.Linear("output", silu(atoms[edge.I] + 2 * atoms[edge.J] + of.Linear("edge", Direction(matmul(edge.Vector, turn))))))]).mean();
        }
    }

    private static IEnumerable<Tensor> Turns(CartesianGraph crystal) => crystal.Turns.Chunk(9).Select(turn => tensor(turn).view(3, 3));

    private sealed record Edge(int I, int J, double Length, Tensor Vector);
}
