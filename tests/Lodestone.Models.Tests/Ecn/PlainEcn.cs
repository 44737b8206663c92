using Lodestone.Models.Ecn;
using Lodestone.Models.Tests.Graphs;
using Lodestone.Symmetry.Crystals;
using Lodestone.Symmetry.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Lodestone.Models.Tests.Ecn;

/// <summary>The equivariant crystal network as its equations stand (Kaba and Ravanbakhsh 2022), one message after the other through all cells.</summary>
internal static class PlainEcn
{
    /// <summary>Predicts one crystal with the weights of a network.</summary>
    public static Tensor Predict(EcnNetwork network, EcnGraph crystal)
    {
        EcnOptions options = network.Options;
        var weights = new NamedWeights(network);
        int[] classOf = new EcnSymmetry(options).ClassOf;
        Tensor[] h = [.. crystal.AtomicNumber.Select(number => weights["elements.weight"][number])];
        for (int layer = 0; layer < options.Layers; layer++)
        {
            NamedWeights of = weights.Of($"layers.{layer}");
            EcnLayer maps = network.Layers[layer];
            Tensor[] sums = [.. h.Select(row => zeros_like(row))];
            Receive(maps.Bonds, crystal.Bonds, h, sums);
            if (!options.Hierarchical) Receive(maps.Copies!, crystal.Copies, h, sums);
            h = [.. h.Select((row, i) => row + of.Linear("update", silu(of.Linear("hidden", cat([sums[i], row])))))];
        }

        return ReadOut("crystal_readout", stack([.. h.Select(row => ReadOut("atom_readout", row))]).mean([0]));

        void Receive(EcnMessage message, EcnEdges edges, Tensor[] h, Tensor[] sums)
        {
            for (int reading = 0; reading < edges.ReadEdge.Length; reading++)
            {
                int edge = edges.ReadEdge[reading], i = edges.Receiver[edge];
                Tensor length = weights.Linear(
                    "lengths", PlainGraph.Gaussians(edges.Distance[edge], 0, options.Cutoff, options.Gaussians, 2 * options.Cutoff / options.Gaussians));
                int cell = Array.IndexOf(classOf, edges.ReadClass[reading]);
                sums[i] = sums[i] + edges.ReadWeight[reading] * Message(message, cat([h[i], h[edges.Sender[edge]], length]), cell, sender: 0);
            }
        }

        Tensor ReadOut(string name, Tensor x) => weights.Linear($"{name}.2", silu(weights.Linear($"{name}.0", x)));
    }

    /// <summary>The message as it is defined: a column a cell, zero but at the sender's, through the whole tied maps.</summary>
    /// <param name="message">The maps and the gate.</param>
    /// <param name="input">t: [channels].</param>
    /// <param name="receiver">The cell of the receiver.</param>
    /// <param name="sender">That of the sender.</param>
    public static Tensor Message(EcnMessage message, Tensor input, int receiver, int sender)
    {
        Tensor columns = zeros(1, SupercellOperation.Cells, input.shape[0]);
        columns[0, sender] = input;
        foreach (TiedLinear map in message.Maps) columns = silu(map.forward(columns));
        Tensor read = columns[0, receiver];
        return message.Gate.forward(read).sigmoid() * read;
    }
}
