using static TorchSharp.torch;

namespace Lodestone.Models.Tests;

/// <summary>The parameters and buffers of a module by their names, for references that write a network down as its equations stand.</summary>
internal sealed class NamedWeights
{
    private readonly Dictionary<string, Tensor> _tensors;
    private readonly string _prefix;

    public NamedWeights(nn.Module module)
        : this(module.named_parameters().Select(pair => (pair.name, (Tensor)pair.parameter)).Concat(module.named_buffers()).ToDictionary(), "")
    {
    }

    private NamedWeights(Dictionary<string, Tensor> tensors, string prefix)
    {
        _tensors = tensors;
        _prefix = prefix;
    }

    /// <summary>The tensor of that name.</summary>
    public Tensor this[string name] => _tensors[_prefix + name];

    /// <summary>The tensors of a part, by their names in it.</summary>
    public NamedWeights Of(string part) => new(_tensors, $"{_prefix}{part}.");

    /// <summary>W x + b, without b where the map has none.</summary>
    public Tensor Linear(string map, Tensor x) => nn.functional.linear(x, this[$"{map}.weight"], _tensors.GetValueOrDefault($"{_prefix}{map}.bias"));

    /// <summary>The vector of an element that is made of its properties and a part of its own.</summary>
    public Tensor Element(int atomicNumber) =>
        Of("elements").Linear("map", this["elements.properties"][atomicNumber]) + this["elements.own.weight"][atomicNumber];
}
