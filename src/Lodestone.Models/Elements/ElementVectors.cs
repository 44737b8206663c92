using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Elements;

/// <summary>
/// A vector for every element: a learned one of its own, small at first, and a linear map of its <see cref="ElementProperties"/>. The
/// properties are kept with the weights, so a trained model does not change when the table of elements is improved.
/// </summary>
public sealed class ElementVectors : nn.Module<Tensor, Tensor>
{
    private const double OwnScale = 0.1;
    private readonly Embedding own;
    private readonly Linear? map;
    private readonly Tensor? properties;

    /// <summary>Makes vectors with random weights from torch's generator.</summary>
    /// <param name="length">Length of a vector.</param>
    /// <param name="useProperties">Whether the properties take part; without them each element has only its own vector, of unit variance.</param>
    public ElementVectors(int length, bool useProperties)
        : base(nameof(ElementVectors))
    {
        own = nn.Embedding(Matter.Element.Count + 1, length);
        register_module(nameof(own), own);
        if (!useProperties) return;

        using (no_grad()) own.weight!.mul_(OwnScale);
        map = nn.Linear(ElementProperties.Count, length);
        using Tensor shared = tensor(ElementProperties.ToMatrix());
        properties = shared.clone(); // torch's own memory is aligned; on memory of .NET a product's last bits depend on where it happens to lie
        register_module(nameof(map), map);
        register_buffer(nameof(properties), properties);
    }

    /// <inheritdoc />
    /// <param name="atomicNumbers">[atoms], integers from 1.</param>
    /// <returns>[atoms, length]</returns>
    public override Tensor forward(Tensor atomicNumbers)
    {
        Tensor vectors = map is null ? own.weight! : map.forward(properties!) + own.weight!;
        return vectors.index_select(0, atomicNumbers);
    }
}
