using Lodestone.Matter;
using TorchSharp;

namespace Lodestone.Learning.Files;

/// <summary>Moves the state of torch modules (parameters and buffers) to and from named tensors.</summary>
public static class ModuleTensors
{
    /// <summary>Copies the state of a module.</summary>
    /// <param name="module">The module.</param>
    /// <param name="prefix">Put before every name, such as <c>member0/</c>.</param>
    public static IReadOnlyList<NamedTensor> Save(torch.nn.Module module, string prefix = "")
    {
        using var scope = torch.NewDisposeScope();
        return [.. module.state_dict().Select(pair => NamedTensor.From(prefix + pair.Key, pair.Value))];
    }

    /// <summary>Sets the state of a module. Every tensor of the module must be there with its shape, and every tensor of the prefix must be used.</summary>
    /// <param name="module">The module; left untouched if the tensors do not fit.</param>
    /// <param name="tensors">Tensors by name.</param>
    /// <param name="prefix">What stands before every name of this module.</param>
    /// <param name="source">How messages name the file.</param>
    /// <exception cref="InputException">The tensors are not those of this module.</exception>
    public static void Load(torch.nn.Module module, IReadOnlyDictionary<string, NamedTensor> tensors, string prefix, string source)
    {
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        Dictionary<string, torch.Tensor> state = module.state_dict();
        foreach (var (name, tensor) in state)
            CheckFit(name, tensor, tensors.GetValueOrDefault(prefix + name), source);
        string? unknown = tensors.Keys.FirstOrDefault(name => name.StartsWith(prefix, StringComparison.Ordinal) && !state.ContainsKey(name[prefix.Length..]));
        if (unknown is not null)
            throw new InputException($"{source} holds a tensor '{unknown}' that its architecture has no place for.");
        foreach (var (name, tensor) in state)
            tensor.copy_(tensors[prefix + name].ToTensor());
    }

    private static void CheckFit(string name, torch.Tensor place, NamedTensor? tensor, string source)
    {
        if (tensor is null)
            throw new InputException($"{source} lacks the tensor '{name}' of its architecture.");
        if (tensor.Type != DTypes.FromTorch(place.dtype) || !place.shape.AsSpan().SequenceEqual(tensor.Shape.AsSpan()))
            throw new InputException(
                $"{source} holds a tensor '{name}' of {tensor.Type.Name()} [{string.Join(", ", tensor.Shape)}]; its architecture asks for [{string.Join(", ", place.shape)}].");
    }
}
