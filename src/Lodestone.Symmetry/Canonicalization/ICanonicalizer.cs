namespace Lodestone.Symmetry.Canonicalization;

/// <summary>
/// Chooses the transformation that has made an input of its canonical form (Kaba et al., "Equivariance with learned canonicalization
/// functions", ICML 2023). Wrapped around any function f it makes an equivariant one,
/// <code>φ(x) = h(x) · f(h(x)⁻¹ · x),</code>
/// as long as h(g·x) = g·h(x). Where some elements k leave x as it is, h(g·x) = g·k·h(x) is all that can be asked for. The wrappers are
/// <see cref="Canonicalizer.Invariant"/> and <see cref="Canonicalizer.Equivariant"/>.
/// </summary>
/// <typeparam name="TElement">An element of the group; for batched inputs, a batch of elements.</typeparam>
/// <typeparam name="TInput">What the group acts on: an image, points, a crystal; or a batch of them.</typeparam>
public interface ICanonicalizer<TElement, TInput>
{
    /// <summary>The group.</summary>
    IGroup<TElement> Group { get; }

    /// <summary>g·x.</summary>
    TInput Act(TElement element, TInput input);

    /// <summary>h(x), the element that takes the canonical form to x.</summary>
    TElement Frame(TInput input);
}
