using Lodestone.Models.Graphs;
using Lodestone.Models.Megnet;
using Lodestone.Models.Tests.Graphs;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Lodestone.Models.Tests.Megnet;

/// <summary>MEGNet as its equations stand (Chen et al. 2019, equations 1 to 6), one crystal, atom and bond after the other.</summary>
internal static class PlainMegnet
{
    /// <summary>Predicts a batch with the weights of a network.</summary>
    public static Tensor Predict(MegnetNetwork network, MegnetOptions options, CrystalGraph batch)
    {
        var weights = new NamedWeights(network);
        return stack([.. Enumerable.Range(0, batch.Crystals).Select(crystal => Predict(weights, options, batch, crystal))]);
    }

    private static Tensor Predict(NamedWeights weights, MegnetOptions options, CrystalGraph batch, int crystal)
    {
        int first = batch.AtomStart[crystal], end = batch.AtomStart[crystal + 1];
        PlainGraph.Edge[] bonds = [.. batch.Edges().Where(edge => edge.Source >= first && edge.Source < end)
            .Select(edge => edge with { Source = edge.Source - first, Target = edge.Target - first })];
        Tensor[] e = [.. bonds.Select(bond => PlainGraph.Gaussians(bond.Length, 0, options.Cutoff, options.Gaussians, options.GaussianWidth))];
        Tensor[] v = [.. batch.AtomicNumber[first..end].Select(number => weights["elements.weight"][PublishedElements.Places[number]])];
        Tensor u = batch.State is null ? zeros(2) : tensor(batch.State[(crystal * options.State.Count)..((crystal + 1) * options.State.Count)]);

        for (int block = 0; block < options.Blocks; block++)
        {
            NamedWeights of = weights.Of($"blocks.{block}");
            Tensor[] denseE = [.. e.Select(row => Activated(of.Of("dense_bonds"), 2, row))], denseV = [.. v.Select(row => Activated(of.Of("dense_atoms"), 2, row))];
            Tensor denseU = Activated(of.Of("dense_state"), 2, u);
            Tensor[] newE = [.. bonds.Select((bond, i) => Perceptron(
                of.Of("bonds_rest"), 2, Activate(of.Linear("bonds_first", cat([denseV[bond.Source], denseV[bond.Target], denseE[i], denseU])))))];
            Tensor[] newV = [.. denseV.Select((row, atom) => Perceptron(
                of.Of("atoms"), 3, cat([Mean(newE.Where((_, bond) => bonds[bond].Source == atom)), row, denseU])))];
            Tensor newU = Perceptron(of.Of("state"), 3, cat([Mean(newE), Mean(newV), denseU]));
            bool lengthsDiffer = block == 0;
            e = [.. newE.Zip(lengthsDiffer ? denseE : e, (a, b) => a + b)];
            v = [.. newV.Zip(lengthsDiffer ? denseV : v, (a, b) => a + b)];
            u = newU + (lengthsDiffer ? denseU : u);
        }

        return Perceptron(weights.Of("output"), 3, cat([
            ReadOut(weights.Of("atoms_readout.cell"), stack(v), options.ReadoutSteps), ReadOut(weights.Of("bonds_readout.cell"), stack(e), options.ReadoutSteps), u]));
    }

    /// <summary>Set2Set (Vinyals et al. 2016, equations 3 to 7): the last question and its answer.</summary>
    private static Tensor ReadOut(NamedWeights cell, Tensor rows, int steps)
    {
        long length = rows.shape[1];
        Tensor question = zeros(length), memory = zeros(length), answer = zeros(length);
        for (int step = 0; step < steps; step++)
        {
            Tensor gates = linear(cat([question, answer]), cell["weight_ih"], cell["bias_ih"]) + linear(question, cell["weight_hh"], cell["bias_hh"]);
            Tensor[] gate = gates.chunk(4); // enter, forget, content, leave
            memory = gate[1].sigmoid() * memory + gate[0].sigmoid() * gate[2].tanh();
            question = gate[3].sigmoid() * memory.tanh();
            answer = matmul(softmax(matmul(rows, question), 0), rows);
        }

        return cat([question, answer]);
    }

    private static Tensor Mean(IEnumerable<Tensor> rows) => stack([.. rows]).mean([0]);

    private static Tensor Activate(Tensor x) => (0.5 * x.exp() + 0.5).log(); // softplus(x) − ln 2

    private static Tensor Activated(NamedWeights weights, int layers, Tensor x) => Activate(Perceptron(weights, layers, x));

    private static Tensor Perceptron(NamedWeights weights, int layers, Tensor x)
    {
        for (int layer = 0; layer < layers; layer++) x = weights.Linear($"layers.{layer}", layer == 0 ? x : Activate(x));
        return x;
    }
}
