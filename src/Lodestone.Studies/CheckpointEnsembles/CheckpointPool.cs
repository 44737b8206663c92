using System.Runtime.InteropServices;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using TorchSharp;

namespace Lodestone.Studies.CheckpointEnsembles;

/// <summary>Keeps the weights of a network at the end of each epoch, with its error on the validation rows.</summary>
/// <param name="network">The network that is being trained.</param>
/// <param name="next">Told of each epoch afterwards.</param>
internal sealed class CheckpointPool(torch.nn.Module network, IProgress<EpochReport>? next) : IProgress<EpochReport>
{
    private readonly List<(double Error, IReadOnlyList<NamedTensor> Weights)> _checkpoints = [];

    /// <summary>Number of checkpoints.</summary>
    public int Count => _checkpoints.Count;

    /// <summary>Called on the thread that trains, between two epochs.</summary>
    public void Report(EpochReport value)
    {
        _checkpoints.Add((value.ValidationLoss!.Value, ModuleTensors.Save(network)));
        next?.Report(value);
    }

    /// <summary>Weights of the epochs with the smallest validation losses, the smallest first.</summary>
    public IReadOnlyList<IReadOnlyList<NamedTensor>> Best(int count) => [.. _checkpoints.OrderBy(one => one.Error).Take(count).Select(one => one.Weights)];

    /// <summary>Mean of the weights of several checkpoints, running statistics included; counters are those of the first.</summary>
    public static IReadOnlyList<NamedTensor> Average(IReadOnlyList<IReadOnlyList<NamedTensor>> checkpoints) =>
        [.. checkpoints[0].Select((tensor, index) => tensor.Type == DType.F32 ? Average([.. checkpoints.Select(weights => weights[index])]) : tensor)];

    private static NamedTensor Average(NamedTensor[] tensors)
    {
        var sum = new double[tensors[0].AsSingles().Length];
        foreach (NamedTensor tensor in tensors)
        {
            ReadOnlySpan<float> values = tensor.AsSingles();
            for (int i = 0; i < sum.Length; i++) sum[i] += values[i];
        }
        float[] mean = [.. sum.Select(value => (float)(value / tensors.Length))];
        return new NamedTensor(tensors[0].Name, DType.F32, tensors[0].Shape, MemoryMarshal.AsBytes(mean.AsSpan()).ToArray());
    }
}
