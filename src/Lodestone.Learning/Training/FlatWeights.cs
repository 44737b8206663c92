using TorchSharp;

namespace Lodestone.Learning.Training;

/// <summary>
/// The trainable parameters of a network as views of one tensor, their gradients of another, its floating-point buffers of a third.
/// An optimizer step, an average or a copy is then a handful of operations, whatever the number of layers. Each view starts at a multiple
/// of 16 numbers, for the sake of vector instructions.
/// </summary>
internal sealed class FlatWeights : IDisposable
{
    private const long Alignment = 16;

    private readonly List<torch.Tensor> _parameters;

    /// <summary>Moves the weights of a network into flat tensors. The network goes on working, also after disposal of this.</summary>
    public FlatWeights(torch.nn.Module network)
    {
        using var noGrad = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        _parameters = [.. network.parameters().Where(parameter => parameter.requires_grad)];
        List<torch.Tensor> buffers = [.. network.buffers()];
        List<torch.Tensor> floating = [.. buffers.Where(buffer => buffer.dtype == torch.ScalarType.Float32)];
        Counters = [.. buffers.Where(buffer => buffer.dtype != torch.ScalarType.Float32)];
        Parameters = Gather(_parameters).DetachFromDisposeScope();
        Buffers = Gather(floating).DetachFromDisposeScope();
        Gradients = torch.zeros_like(Parameters).DetachFromDisposeScope();
        foreach (var (parameter, view) in _parameters.Zip(Views(Gradients, _parameters)))
            parameter.grad = view;
    }

    /// <summary>All trainable parameters, [numbers], float32.</summary>
    public torch.Tensor Parameters { get; }

    /// <summary>Their gradients, at the same places.</summary>
    public torch.Tensor Gradients { get; }

    /// <summary>All floating-point buffers, [numbers].</summary>
    public torch.Tensor Buffers { get; }

    /// <summary>The other buffers: counters, indices.</summary>
    public IReadOnlyList<torch.Tensor> Counters { get; }

    /// <summary>Frees the gradients.</summary>
    public void Dispose()
    {
        foreach (torch.Tensor parameter in _parameters)
            parameter.grad = null;
        Parameters.Dispose();
        Gradients.Dispose();
        Buffers.Dispose();
    }

    private static torch.Tensor Gather(List<torch.Tensor> tensors)
    {
        torch.Device device = tensors.Count > 0 ? tensors[0].device : torch.CPU;
        torch.Tensor flat = torch.zeros(tensors.Sum(Padded), dtype: torch.ScalarType.Float32, device: device);
        foreach (var (tensor, view) in tensors.Zip(Views(flat, tensors)))
        {
            view.copy_(tensor);
            tensor.set_(view);
        }
        return flat;
    }

    private static IEnumerable<torch.Tensor> Views(torch.Tensor flat, List<torch.Tensor> tensors)
    {
        long offset = 0;
        foreach (torch.Tensor tensor in tensors)
        {
            yield return flat.narrow(0, offset, tensor.numel()).view(tensor.shape);
            offset += Padded(tensor);
        }
    }

    private static long Padded(torch.Tensor tensor) => (tensor.numel() + Alignment - 1) / Alignment * Alignment;
}
