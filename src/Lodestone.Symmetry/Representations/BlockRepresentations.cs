using Lodestone.Symmetry.Groups;

namespace Lodestone.Symmetry.Representations;

/// <summary>Representations made of blocks of others. Of permutations come permutations.</summary>
internal static class BlockRepresentations
{
    public static Representation DirectSum(IReadOnlyList<Representation> parts)
    {
        if (parts.Count == 0 || parts.Any(part => part.Group != parts[0].Group))
            throw new ArgumentException("A direct sum needs representations of one group.", nameof(parts));
        int[] sizes = [.. parts.Select(part => part.Dimension)];
        return Assemble(parts[0].Group, sizes, g => [.. parts.Select((part, i) => new Block(i, part, g))]);
    }

    public static Representation Induced(Subgroup subgroup, Representation representation)
    {
        if (representation.Group != subgroup.Group)
            throw new ArgumentException("The representation that induces another is one of the subgroup as a group.", nameof(representation));
        FiniteGroup group = subgroup.Parent;
        OrbitPartition cosets = subgroup.LeftCosets();
        int[] first = [.. Enumerable.Range(0, cosets.Count).Select(coset => cosets.Index.IndexOf(coset))];
        int[] sizes = [.. first.Select(_ => representation.Dimension)];
        return Assemble(group, sizes, g => [.. first.Select(t =>
        {
            int moved = group.Multiply(g, t);
            int target = cosets.Index[moved];
            int h = group.Multiply(group.Inverse(first[target]), moved);
            return new Block(target, representation, subgroup.Elements.IndexOf(h));
        })]);
    }

    private static Representation Assemble(FiniteGroup group, int[] sizes, Func<int, Block[]> columns)
    {
        int[] starts = [.. sizes.Select((_, i) => sizes[..i].Sum())];
        Block[][] blocks = [.. Enumerable.Range(0, group.Order).Select(columns)];
        return blocks.SelectMany(row => row).All(block => block.Representation is PermutationRepresentation)
            ? new PermutationRepresentation(group, [.. blocks.Select(row => Permutation(row, starts, sizes))])
            : new MatrixRepresentation(group, [.. blocks.Select(row => Matrix(row, starts, sizes))]);
    }

    private static Permutation Permutation(Block[] columns, int[] starts, int[] sizes)
    {
        var images = new List<int>(sizes.Sum());
        for (int i = 0; i < columns.Length; i++)
        {
            Permutation part = ((PermutationRepresentation)columns[i].Representation).Permutation(columns[i].Element);
            images.AddRange(Enumerable.Range(0, sizes[i]).Select(point => starts[columns[i].Row] + part[point]));
        }
        return new Permutation([.. images]);
    }

    private static double[,] Matrix(Block[] columns, int[] starts, int[] sizes)
    {
        int dimension = sizes.Sum();
        var matrix = new double[dimension, dimension];
        for (int i = 0; i < columns.Length; i++)
            for (int row = 0; row < sizes[i]; row++)
                for (int column = 0; column < sizes[i]; column++)
                    matrix[starts[columns[i].Row] + row, starts[i] + column] = columns[i].Representation[columns[i].Element, row, column];
        return matrix;
    }

    /// <summary>The one block in a column of blocks that is not zero.</summary>
    private readonly record struct Block(int Row, Representation Representation, int Element);
}
