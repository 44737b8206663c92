using System.Collections.Immutable;
using Lodestone.Symmetry.Groups;

namespace Lodestone.Symmetry;

/// <summary>A finite group by its multiplication table. Elements are the numbers 0 … order − 1; the identity is 0.</summary>
public sealed class FiniteGroup : IGroup<int>
{
    /// <summary>Groups of more elements are refused, for the size of their table; the symmetric group of seven points has as many.</summary>
    public const int MaximumOrder = 5040;

    private readonly ushort[] _products;
    private readonly int[] _inverses;
    private readonly GeneratorWords _words;

    private FiniteGroup(ushort[] products, int order, ImmutableArray<int> generators)
    {
        _products = products;
        Order = order;
        Generators = generators;
        _words = new GeneratorWords(this);
        _inverses = new int[order];
        for (int a = 0; a < order; a++)
            _inverses[a] = products.AsSpan(a * order, order).IndexOf((ushort)0);
    }

    /// <summary>Number of elements.</summary>
    public int Order { get; }

    /// <summary>Elements whose products are all elements; the order is that in which they were given.</summary>
    public ImmutableArray<int> Generators { get; }

    /// <summary>The element that changes nothing, 0.</summary>
    public int Identity => 0;

    /// <summary>The product a·b: where a group acts from the left, b first and a on its result.</summary>
    public int Multiply(int a, int b) => _products[a * Order + b];

    /// <summary>The inverse of an element.</summary>
    public int Inverse(int a) => _inverses[a];

    /// <summary>All elements.</summary>
    IEnumerable<int> IGroup<int>.Sample(int count, int seed) => Enumerable.Range(0, Order);

    /// <inheritdoc/>
    string IGroup<int>.Describe(int element) => $"element {element}";

    /// <summary>The smallest positive power of an element that is the identity.</summary>
    public int OrderOf(int a)
    {
        int order = 1;
        for (int power = a; power != 0; power = Multiply(power, a)) order++;
        return order;
    }

    /// <summary>True where all elements commute.</summary>
    public bool IsAbelian => Generators.All(a => Generators.All(b => Multiply(a, b) == Multiply(b, a)));

    /// <summary>The classes of elements that are conjugate, g·a·g⁻¹.</summary>
    public OrbitPartition ConjugacyClasses() =>
        OrbitPartition.Of(Order, Generators.Length, (move, a) => Multiply(Multiply(Generators[move], a), Inverse(Generators[move])));

    /// <summary>The subgroup that elements generate.</summary>
    public Subgroup Subgroup(params IEnumerable<int> generators) => new(this, generators);

    /// <summary>The whole group of which some things are generators.</summary>
    /// <param name="generators">The generators; at least one.</param>
    /// <param name="identity">The thing that changes nothing.</param>
    /// <param name="multiply">The product of two things.</param>
    /// <typeparam name="T">What the group consists of, equal by value: permutations, matrices of whole numbers.</typeparam>
    /// <returns>The group, and what each of its elements is.</returns>
    /// <exception cref="ArgumentException">The generators make more than <see cref="MaximumOrder"/> elements.</exception>
    public static (FiniteGroup Group, ImmutableArray<T> Elements) Generate<T>(IReadOnlyList<T> generators, T identity, Func<T, T, T> multiply)
        where T : IEquatable<T>
    {
        var closure = new GroupClosure<T>(generators, identity, multiply);
        return (new FiniteGroup(closure.Table(), closure.Elements.Count, [.. closure.Generators]), [.. closure.Elements]);
    }

    /// <summary>The cyclic group: element k is the k-th power of the generator 1.</summary>
    /// <param name="order">Number of elements, at least 1.</param>
    public static FiniteGroup Cyclic(int order) => FromLaw(order, (a, b) => (a + b) % order, [1 % order]);

    /// <summary>
    /// The dihedral group of the regular polygon: element k &lt; n is the k-th power of the rotation r, element n + k is r^k·s with the
    /// reflection s.
    /// </summary>
    /// <param name="corners">n, the corners of the polygon, at least 1; the group has 2n elements.</param>
    public static FiniteGroup Dihedral(int corners) => FromLaw(
        2 * corners,
        (a, b) => (((a < corners ? b : corners - b % corners) + a) % corners) + (a < corners == b < corners ? 0 : corners),
        [1 % corners, corners]);

    /// <summary>The images of all elements under a map that keeps products, from those of the generators.</summary>
    internal T[] Extend<T>(IReadOnlyList<T> images, T identity, Func<T, T, T> multiply) => _words.Evaluate(images, identity, multiply);

    private static FiniteGroup FromLaw(int order, Func<int, int, int> multiply, ImmutableArray<int> generators)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, MaximumOrder);
        var products = new ushort[order * order];
        for (int a = 0; a < order; a++)
            for (int b = 0; b < order; b++)
                products[a * order + b] = (ushort)multiply(a, b);
        return new FiniteGroup(products, order, generators);
    }
}
