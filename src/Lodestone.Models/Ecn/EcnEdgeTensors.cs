using Lodestone.Models.Graphs;
using static TorchSharp.torch;

namespace Lodestone.Models.Ecn;

/// <summary>The edges of a batch as tensors, made once for all layers; readings are sorted by class.</summary>
internal sealed class EcnEdgeTensors
{
    /// <summary>Prepares the edges of a batch.</summary>
    public EcnEdgeTensors(EcnEdges edges, GaussianBasis basis, int classes)
    {
        Receiver = tensor(edges.Receiver, ScalarType.Int64);
        Sender = tensor(edges.Sender, ScalarType.Int64);
        Gaussians = basis.ToTensor(edges.Distance);
        int[] order = [.. Enumerable.Range(0, edges.ReadEdge.Length).OrderBy(reading => edges.ReadClass[reading])];
        ReadEdge = tensor(Array.ConvertAll(order, reading => (long)edges.ReadEdge[reading]));
        ReadReceiver = tensor(Array.ConvertAll(order, reading => (long)edges.Receiver[edges.ReadEdge[reading]]));
        ReadWeight = tensor(Array.ConvertAll(order, reading => edges.ReadWeight[reading])).unsqueeze(1);
        ClassCount = new int[classes];
        foreach (int kind in edges.ReadClass) ClassCount[kind]++;
    }

    /// <summary>The atom that receives: [edges].</summary>
    public Tensor Receiver { get; }

    /// <summary>The atom that sends: [edges].</summary>
    public Tensor Sender { get; }

    /// <summary>Expanded lengths: [edges, Gaussians].</summary>
    public Tensor Gaussians { get; }

    /// <summary>The edge of each reading: [readings].</summary>
    public Tensor ReadEdge { get; }

    /// <summary>The receiving atom of each reading: [readings].</summary>
    public Tensor ReadReceiver { get; }

    /// <summary>The weight of each reading: [readings, 1].</summary>
    public Tensor ReadWeight { get; }

    /// <summary>Number of readings of each class: [classes].</summary>
    public int[] ClassCount { get; }
}
