namespace Lodestone.Symmetry;

/// <summary>A group, finite or continuous, by what can be done with its elements.</summary>
/// <typeparam name="TElement">An element: a number of a <see cref="FiniteGroup"/>, a matrix, a motion; or a batch of them.</typeparam>
public interface IGroup<TElement>
{
    /// <summary>The element that changes nothing.</summary>
    TElement Identity { get; }

    /// <summary>The product a·b: where the group acts from the left, b first and a on its result.</summary>
    TElement Multiply(TElement a, TElement b);

    /// <summary>The inverse of an element.</summary>
    TElement Inverse(TElement a);

    /// <summary>Elements to test with: all elements of a finite group, otherwise random ones.</summary>
    /// <param name="count">How many random elements; a finite group ignores it.</param>
    /// <param name="seed">The same seed gives the same elements.</param>
    IEnumerable<TElement> Sample(int count, int seed);

    /// <summary>An element in the words of a report: <c>element 3</c>.</summary>
    string Describe(TElement element) => $"the element {element}";
}
