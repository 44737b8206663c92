using static TorchSharp.torch;

namespace Lodestone.Models.Tests;

/// <summary>The parameters and buffers of a module by their names, for references that write a network down as its equations stand.</summary>
internal sealed class NamedWeights
{
    private const double NormEpsilon = 1e-5; // of torch's normalizations
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

    /// <summary>γ (x − mean) / √(variance + ε) + β of the vector itself.</summary>
    public Tensor LayerNorm(string norm, Tensor x) =>
        (x - x.mean()) / ((x - x.mean()).square().mean() + NormEpsilon).sqrt() * this[$"{norm}.weight"] + this[$"{norm}.bias"];

    /// <summary>γ (x − mean) / √(variance + ε) + β of the running statistics.</summary>
    public Tensor BatchNorm(string norm, Tensor x) =>
        (x - this[$"{norm}.running_mean"]) / (this[$"{norm}.running_var"] + NormEpsilon).sqrt() * this[$"{norm}.weight"] + this[$"{norm}.bias"];

    /// <summary>The vector of an element that is made of its properties and a part of its own.</summary>
    /// <param name="vectors">The name of the module of the vectors.</param>
    /// <param name="atomicNumber">The element.</param>
    public Tensor Element(string vectors, int atomicNumber) =>
        Of(vectors).Linear("map", this[$"{vectors}.properties"][atomicNumber]) + this[$"{vectors}.own.weight"][atomicNumber];
}
