using Lodestone.Symmetry.Groups;
using Lodestone.Symmetry.Representations;
using TorchSharp;

namespace Lodestone.Symmetry;

/// <summary>A group that acts on vectors by matrices ρ(g) with ρ(g)·ρ(h) = ρ(g·h), which is checked when one is made.</summary>
public abstract class Representation
{
    private protected Representation(FiniteGroup group, int dimension)
    {
        Group = group;
        Dimension = dimension;
    }

    /// <summary>The group.</summary>
    public FiniteGroup Group { get; }

    /// <summary>Length of the vectors.</summary>
    public int Dimension { get; }

    /// <summary>An entry of the matrix of an element.</summary>
    public abstract double this[int element, int row, int column] { get; }

    /// <summary>The trace of the matrix of an element.</summary>
    public double Character(int element)
    {
        double trace = 0;
        for (int i = 0; i < Dimension; i++) trace += this[element, i, i];
        return trace;
    }

    /// <summary>The matrix of an element as a tensor, [dimension, dimension].</summary>
    /// <param name="element">The element.</param>
    /// <param name="type">Type of its numbers.</param>
    public torch.Tensor ToTensor(int element, torch.ScalarType type = torch.ScalarType.Float64)
    {
        var matrix = new double[Dimension, Dimension];
        for (int row = 0; row < Dimension; row++)
            for (int column = 0; column < Dimension; column++)
                matrix[row, column] = this[element, row, column];
        return torch.tensor(matrix, dtype: type);
    }

    /// <summary>Acts on the last axis of a tensor.</summary>
    /// <param name="element">The element.</param>
    /// <param name="vectors">[…, dimension].</param>
    /// <returns>[…, dimension]</returns>
    public virtual torch.Tensor Act(int element, torch.Tensor vectors) => vectors.matmul(ToTensor(element, vectors.dtype).t());

    /// <summary>The stabilizer of a vector: the subgroup of the elements with g·x = x.</summary>
    /// <param name="vector">x: [dimension].</param>
    /// <param name="tolerance">Entries that differ by no more count as equal.</param>
    public Subgroup Stabilizer(torch.Tensor vector, double tolerance = 1e-6)
    {
        using var scope = torch.NewDisposeScope();
        return Group.Subgroup([.. Enumerable.Range(0, Group.Order).Where(g => Equivariance.LargestDifference(Act(g, vector), vector) <= tolerance)]);
    }

    /// <summary>The orbit of a vector: the different vectors g·x, one for each left coset of its stabilizer.</summary>
    /// <param name="vector">x: [dimension].</param>
    /// <param name="tolerance">Entries that differ by no more count as equal.</param>
    /// <returns>[vectors, dimension]; the first is x.</returns>
    public torch.Tensor Orbit(torch.Tensor vector, double tolerance = 1e-6)
    {
        OrbitPartition cosets = Stabilizer(vector, tolerance).LeftCosets();
        return torch.stack([.. Enumerable.Range(0, cosets.Count).Select(coset => Act(cosets.Index.IndexOf(coset), vector))]);
    }

    /// <summary>The representation in which every element is the unit matrix.</summary>
    public static PermutationRepresentation Trivial(FiniteGroup group, int dimension = 1) =>
        PermutationRepresentation.FromGenerators(group, [.. group.Generators.Select(_ => Permutation.Identity(dimension))]);

    /// <summary>The regular representation: an element g takes the point h to the point g·h.</summary>
    public static PermutationRepresentation Regular(FiniteGroup group) => new(group,
        [.. Enumerable.Range(0, group.Order).Select(g => new Permutation([.. Enumerable.Range(0, group.Order).Select(h => group.Multiply(g, h))]))]);

    /// <summary>Several representations side by side, as blocks on the diagonal.</summary>
    /// <exception cref="ArgumentException">There is none, or they belong to different groups.</exception>
    public static Representation DirectSum(params IReadOnlyList<Representation> parts) => BlockRepresentations.DirectSum(parts);

    /// <summary>The product ρ⊗σ, which acts on matrices X as ρ(g)·X·σ(g)ᵀ; entry (i, j) of X is entry i·(dimension of σ) + j of the vector.</summary>
    /// <exception cref="ArgumentException">They belong to different groups.</exception>
    public static Representation TensorProduct(Representation first, Representation second) => ProductRepresentations.TensorProduct(first, second);

    /// <summary>
    /// The representation of a group that a representation ρ of its subgroup H induces: one block for each left coset t·H; where
    /// g·t = t′·h, the block (t′, t) of the matrix of g is ρ(h).
    /// </summary>
    /// <param name="subgroup">H.</param>
    /// <param name="representation">ρ, of <see cref="Subgroup.Group"/>.</param>
    /// <exception cref="ArgumentException">The representation is not of the subgroup.</exception>
    public static Representation Induced(Subgroup subgroup, Representation representation) =>
        BlockRepresentations.Induced(subgroup, representation);
}
