using System.Collections.Immutable;
using Lodestone.Symmetry.Groups;
using TorchSharp;

namespace Lodestone.Symmetry.Representations;

/// <summary>A group that permutes points, and with them the entries of vectors: entry i of x becomes entry g(i) of g·x.</summary>
public sealed class PermutationRepresentation : Representation
{
    private readonly ImmutableArray<Permutation> _images;

    /// <summary>Makes a representation of the permutations of all elements.</summary>
    /// <param name="group">The group.</param>
    /// <param name="images">A permutation for each element, in order.</param>
    /// <exception cref="ArgumentException">The products of the permutations are not those of the group.</exception>
    public PermutationRepresentation(FiniteGroup group, IReadOnlyList<Permutation> images)
        : base(group, images[0].Count)
    {
        _images = [.. images];
        RepresentationCheck.Products(group, images, (a, b, product) => (a * b).Equals(product));
    }

    /// <inheritdoc/>
    public override double this[int element, int row, int column] => _images[element][column] == row ? 1 : 0;

    /// <summary>The permutation of an element.</summary>
    public Permutation Permutation(int element) => _images[element];

    /// <summary>The permutations of the generators of the group, in order.</summary>
    public IReadOnlyList<Permutation> Generators => [.. Group.Generators.Select(generator => _images[generator])];

    /// <summary>Makes a representation of the permutations of the generators.</summary>
    /// <param name="group">The group.</param>
    /// <param name="images">A permutation for each of <see cref="FiniteGroup.Generators"/>.</param>
    /// <exception cref="ArgumentException">The products of the permutations are not those of the group.</exception>
    public static PermutationRepresentation FromGenerators(FiniteGroup group, IReadOnlyList<Permutation> images) =>
        new(group, group.Extend(images, Symmetry.Permutation.Identity(images[0].Count), (a, b) => a * b));

    /// <summary>The group that permutations generate, with its action on their points.</summary>
    /// <param name="generators">Permutations of the same number of points, at least one.</param>
    /// <exception cref="ArgumentException">They generate too large a group, or permute different numbers of points.</exception>
    public static PermutationRepresentation GeneratedBy(params IReadOnlyList<Permutation> generators)
    {
        var (group, elements) = FiniteGroup.Generate(generators, Symmetry.Permutation.Identity(generators[0].Count), (a, b) => a * b);
        return new PermutationRepresentation(group, elements);
    }

    /// <summary>The symmetric group: all permutations of up to seven points.</summary>
    public static PermutationRepresentation Symmetric(int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, 7);
        return GeneratedBy(SymmetricGenerators(points));
    }

    /// <summary>Two permutations that generate the symmetric group of any number of points: the whole cycle, and the exchange of two.</summary>
    public static IReadOnlyList<Permutation> SymmetricGenerators(int points) =>
        points < 2
            ? [Symmetry.Permutation.Identity(points)]
            : [Symmetry.Permutation.Cycle(points, [.. Enumerable.Range(0, points)]), Symmetry.Permutation.Cycle(points, 0, 1)];

    /// <summary>The orbits of the points.</summary>
    public OrbitPartition Orbits() => OrbitPartition.Of(Dimension, Group.Generators.Length, (move, point) => _images[Group.Generators[move]][point]);

    /// <summary>The subgroup of the elements that leave a point where it is.</summary>
    public Subgroup Stabilizer(int point) =>
        Group.Subgroup(Enumerable.Range(0, Group.Order).Where(element => _images[element][point] == point));

    /// <inheritdoc/>
    public override torch.Tensor Act(int element, torch.Tensor vectors)
    {
        Permutation inverse = _images[Group.Inverse(element)];
        return vectors.index_select(-1, torch.tensor(Enumerable.Range(0, Dimension).Select(point => (long)inverse[point]).ToArray()));
    }
}
