using System.Collections.Immutable;

namespace Lodestone.Symmetry.Representations;

/// <summary>A group that acts by matrices of real numbers.</summary>
public sealed class MatrixRepresentation : Representation
{
    private const double Tolerance = 1e-9;
    private readonly ImmutableArray<double[,]> _matrices;

    /// <summary>Makes a representation of the matrices of all elements.</summary>
    /// <param name="group">The group.</param>
    /// <param name="matrices">A square matrix for each element, in order.</param>
    /// <exception cref="ArgumentException">The products of the matrices are, beyond 1e-9 a row, not those of the group.</exception>
    public MatrixRepresentation(FiniteGroup group, IReadOnlyList<double[,]> matrices)
        : base(group, matrices[0].GetLength(0))
    {
        if (matrices.Any(matrix => matrix.GetLength(0) != Dimension || matrix.GetLength(1) != Dimension))
            throw new ArgumentException("The matrices of a representation are square and of one size.", nameof(matrices));
        if (!(Distance(matrices[0], Unit(Dimension)) <= Tolerance))
            throw new ArgumentException("The matrix of the identity, the first, is the unit matrix.", nameof(matrices));
        _matrices = [.. matrices.Select(matrix => (double[,])matrix.Clone())];
        RepresentationCheck.Products(group, _matrices, (a, b, product) => Distance(Multiply(a, b), product) <= Tolerance * Dimension);
    }

    /// <inheritdoc/>
    public override double this[int element, int row, int column] => _matrices[element][row, column];

    /// <summary>Makes a representation of the matrices of the generators.</summary>
    /// <param name="group">The group.</param>
    /// <param name="images">A matrix for each of <see cref="FiniteGroup.Generators"/>.</param>
    /// <exception cref="ArgumentException">The products of the matrices are not those of the group.</exception>
    public static MatrixRepresentation FromGenerators(FiniteGroup group, IReadOnlyList<double[,]> images) =>
        new(group, group.Extend(images, Unit(images[0].GetLength(0)), Multiply));

    /// <summary>The cyclic group as rotations of the plane: element k turns by 2πk/n, counter-clockwise.</summary>
    public static MatrixRepresentation PlanarRotations(int order) =>
        new(FiniteGroup.Cyclic(order), [.. Enumerable.Range(0, order).Select(k => Turn(k, order, 1))]);

    /// <summary>The dihedral group as rotations and reflections of the plane: s is the reflection y → −y.</summary>
    public static MatrixRepresentation PlanarReflections(int corners) =>
        new(FiniteGroup.Dihedral(corners), [.. Enumerable.Range(0, 2 * corners).Select(k => Turn(k % corners, corners, k < corners ? 1 : -1))]);

    private static double[,] Turn(int k, int order, int handedness)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * k / order);
        return new[,] { { cosine, -handedness * sine }, { sine, handedness * cosine } };
    }

    private static double[,] Unit(int dimension)
    {
        var unit = new double[dimension, dimension];
        for (int i = 0; i < dimension; i++) unit[i, i] = 1;
        return unit;
    }

    private static double[,] Multiply(double[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        var product = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                for (int k = 0; k < n; k++)
                    product[i, j] += a[i, k] * b[k, j];
        return product;
    }

    private static double Distance(double[,] a, double[,] b)
    {
        double largest = 0;
        for (int i = 0; i < a.GetLength(0); i++)
            for (int j = 0; j < a.GetLength(1); j++)
                largest = Math.Max(largest, Math.Abs(a[i, j] - b[i, j]));
        return largest;
    }
}
