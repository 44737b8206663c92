namespace Lodestone.Symmetry.Canonicalization;

/// <summary>Makes canonicalizers of functions, and wraps functions with canonicalizers.</summary>
/// <example><code>
/// var energy = frames.Invariant(network.forward);                          // φ(g·x) = φ(x)
/// var forces = frames.Equivariant(network.forward, OrthogonalGroup.Act);   // φ(g·x) = g·φ(x)
/// </code></example>
public static class Canonicalizer
{
    /// <summary>A canonicalizer of plain functions.</summary>
    /// <param name="group">The group.</param>
    /// <param name="act">g·x.</param>
    /// <param name="frame">h(x), with h(g·x) = g·h(x).</param>
    public static ICanonicalizer<TElement, TInput> From<TElement, TInput>(
        IGroup<TElement> group, Func<TElement, TInput, TInput> act, Func<TInput, TElement> frame) =>
        new FunctionCanonicalizer<TElement, TInput>(group, act, frame);

    /// <summary>The canonical form of an input, h(x)⁻¹·x: the same for all g·x.</summary>
    public static TInput CanonicalForm<TElement, TInput>(this ICanonicalizer<TElement, TInput> canonicalizer, TInput input) =>
        canonicalizer.Act(canonicalizer.Group.Inverse(canonicalizer.Frame(input)), input);

    /// <summary>Makes a function invariant, φ(x) = f(h(x)⁻¹·x).</summary>
    /// <param name="canonicalizer">The canonicalizer.</param>
    /// <param name="f">Any function.</param>
    public static Func<TInput, TOutput> Invariant<TElement, TInput, TOutput>(
        this ICanonicalizer<TElement, TInput> canonicalizer, Func<TInput, TOutput> f) =>
        input => f(canonicalizer.CanonicalForm(input));

    /// <summary>Makes a function equivariant, φ(x) = h(x)·f(h(x)⁻¹·x).</summary>
    /// <param name="canonicalizer">The canonicalizer.</param>
    /// <param name="f">Any function.</param>
    /// <param name="actOnOutput">g·y.</param>
    public static Func<TInput, TOutput> Equivariant<TElement, TInput, TOutput>(
        this ICanonicalizer<TElement, TInput> canonicalizer, Func<TInput, TOutput> f, Func<TElement, TOutput, TOutput> actOnOutput) =>
        input =>
        {
            TElement frame = canonicalizer.Frame(input);
            return actOnOutput(frame, f(canonicalizer.Act(canonicalizer.Group.Inverse(frame), input)));
        };

    private sealed class FunctionCanonicalizer<TElement, TInput>(
        IGroup<TElement> group, Func<TElement, TInput, TInput> act, Func<TInput, TElement> frame) : ICanonicalizer<TElement, TInput>
    {
        public IGroup<TElement> Group => group;

        public TInput Act(TElement element, TInput input) => act(element, input);

        public TElement Frame(TInput input) => frame(input);
    }
}
