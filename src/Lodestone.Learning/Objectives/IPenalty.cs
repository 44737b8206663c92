using TorchSharp;

namespace Lodestone.Learning.Objectives;

/// <summary>What an objective adds to the losses of the targets.</summary>
public interface IPenalty
{
    /// <summary>The penalty of a batch, a scalar tensor.</summary>
    /// <param name="raw">Outputs of the network, [rows, outputs].</param>
    torch.Tensor Value(torch.Tensor raw);
}
