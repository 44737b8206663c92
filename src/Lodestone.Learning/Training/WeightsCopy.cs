using TorchSharp;

namespace Lodestone.Learning.Training;

/// <summary>A second set of the weights and buffers of a network: the best so far, or an average.</summary>
internal sealed class WeightsCopy : IDisposable
{
    /// <summary>Copies the weights as they are.</summary>
    public WeightsCopy(FlatWeights weights)
    {
        Parameters = weights.Parameters.clone().DetachFromDisposeScope();
        Buffers = weights.Buffers.clone().DetachFromDisposeScope();
    }

    /// <summary>As in <see cref="FlatWeights.Parameters"/>.</summary>
    public torch.Tensor Parameters { get; }

    /// <summary>As in <see cref="FlatWeights.Buffers"/>.</summary>
    public torch.Tensor Buffers { get; }

    /// <summary>Takes the weights of the network.</summary>
    public void CopyFrom(FlatWeights weights)
    {
        using var noGrad = torch.no_grad();
        Parameters.copy_(weights.Parameters);
        Buffers.copy_(weights.Buffers);
    }

    /// <summary>Gives its weights to the network.</summary>
    public void CopyTo(FlatWeights weights)
    {
        using var noGrad = torch.no_grad();
        weights.Parameters.copy_(Parameters);
        weights.Buffers.copy_(Buffers);
    }

    /// <summary>Moves towards the weights of the network: average ← average + part × (weights − average).</summary>
    public void MoveTowards(FlatWeights weights, double part)
    {
        Parameters.add_(weights.Parameters - Parameters, alpha: part);
        Buffers.add_(weights.Buffers - Buffers, alpha: part);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Parameters.Dispose();
        Buffers.Dispose();
    }
}
