using Lodestone.Learning.Files;
using TorchSharp;

namespace Lodestone.Models.Catalog;

/// <summary>Starts a network from the weights of another model, for fine-tuning.</summary>
internal static class WarmStart
{
    /// <summary>Copies every tensor of a member whose name and shape the network has as well; the others keep their random start.</summary>
    /// <param name="start">The model to start from.</param>
    /// <param name="member">Which of its members.</param>
    /// <param name="network">The network to start.</param>
    public static void Copy(ModelFile start, int member, torch.nn.Module network)
    {
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        foreach (var (name, tensor) in network.state_dict())
        {
            if (start.Tensors.TryGetValue(ModelFile.MemberPrefix(member) + name, out NamedTensor? other) && other.Shape.AsSpan().SequenceEqual(tensor.shape))
                tensor.copy_(other.ToTensor());
        }
    }
}
