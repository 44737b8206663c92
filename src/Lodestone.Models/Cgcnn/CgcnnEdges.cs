using Lodestone.Models.Graphs;
using static TorchSharp.torch;

namespace Lodestone.Models.Cgcnn;

/// <summary>The edges of a batch in the form that the convolutions take: for the fused kernel, or as plain tensors.</summary>
internal sealed class CgcnnEdges
{
    private readonly GatedSumEdges? _kernelEdges;
    private readonly (Tensor Source, Tensor Target, Tensor Gaussians)? _tensors;

    /// <summary>Prepares the edges of a batch.</summary>
    public CgcnnEdges(CrystalGraph graph, GaussianBasis basis, bool fused)
    {
        if (fused)
        {
            _kernelEdges = new GatedSumEdges(graph, basis);
            return;
        }

        var source = new long[graph.Edges];
        for (int atom = 0; atom < graph.Atoms; atom++)
            source.AsSpan(graph.EdgeStart[atom]..graph.EdgeStart[atom + 1]).Fill(atom);
        _tensors = (tensor(source), tensor(graph.EdgeTarget, ScalarType.Int64), basis.ToTensor(graph.EdgeDistance));
    }

    /// <summary>Whether the fused kernel is to be used.</summary>
    public bool Fused => _kernelEdges is not null;

    /// <summary>For the fused kernel.</summary>
    public GatedSumEdges ForKernel => _kernelEdges!;

    /// <summary>Source atom of each edge: [edges].</summary>
    public Tensor Source => _tensors!.Value.Source;

    /// <summary>Target atom of each edge: [edges].</summary>
    public Tensor Target => _tensors!.Value.Target;

    /// <summary>Expanded distances: [edges, Gaussians].</summary>
    public Tensor Gaussians => _tensors!.Value.Gaussians;
}
