namespace Lodestone.Symmetry.Representations;

/// <summary>Tensor products of representations. Of permutations comes a permutation of pairs.</summary>
internal static class ProductRepresentations
{
    public static Representation TensorProduct(Representation first, Representation second)
    {
        if (first.Group != second.Group)
            throw new ArgumentException("A tensor product needs representations of one group.", nameof(second));
        FiniteGroup group = first.Group;
        return first is PermutationRepresentation a && second is PermutationRepresentation b
            ? new PermutationRepresentation(group, [.. Enumerable.Range(0, group.Order).Select(g => Pairs(a.Permutation(g), b.Permutation(g)))])
            : new MatrixRepresentation(group, [.. Enumerable.Range(0, group.Order).Select(g => Kronecker(first, second, g))]);
    }

    private static Permutation Pairs(Permutation first, Permutation second)
    {
        var images = new int[first.Count * second.Count];
        for (int i = 0; i < images.Length; i++)
            images[i] = first[i / second.Count] * second.Count + second[i % second.Count];
        return new Permutation(images);
    }

    private static double[,] Kronecker(Representation first, Representation second, int element)
    {
        int n = second.Dimension, dimension = first.Dimension * n;
        var matrix = new double[dimension, dimension];
        for (int row = 0; row < dimension; row++)
            for (int column = 0; column < dimension; column++)
                matrix[row, column] = first[element, row / n, column / n] * second[element, row % n, column % n];
        return matrix;
    }
}
