using MathNet.Numerics.LinearAlgebra;
using TorchSharp;

namespace Lodestone.Symmetry.Layers;

/// <summary>
/// The space of all equivariant linear maps between two representations, W with ρ_out(s)·W = W·ρ_in(s) for every generator s of the group. Its
/// dimension is the mean over the group of χ_out(g)·χ_in(g⁻¹) (J.-P. Serre, <i>Linear representations of finite groups</i>, 1977, §2.3).
/// </summary>
public static class EquivariantMaps
{
    /// <summary>Maps between other than permutation representations have at most this number of entries, as the equations are solved densely.</summary>
    public const int MaximumEntries = 1024;

    private const double ZeroSingularValue = 1e-8;

    /// <summary>
    /// An orthonormal basis of the space. Between permutation representations these are the colours of <see cref="TyingPattern"/>; otherwise
    /// the null space of the equations, from a singular value decomposition.
    /// </summary>
    /// <param name="input">ρ_in.</param>
    /// <param name="output">ρ_out.</param>
    /// <returns>[basis, output dimension, input dimension], Float64; the basis may be empty.</returns>
    /// <exception cref="ArgumentException">
    /// The representations are of different groups, or a map that is not one of permutations has more than <see cref="MaximumEntries"/> entries.
    /// </exception>
    public static torch.Tensor Basis(Representation input, Representation output)
    {
        if (input.Group != output.Group)
            throw new ArgumentException("Inputs and outputs need representations of one group.", nameof(output));
        double[][] maps = input is Representations.PermutationRepresentation from && output is Representations.PermutationRepresentation to
            ? Colours(new TyingPattern(from, to))
            : NullSpace(input, output);
        return torch.tensor([.. maps.SelectMany(map => map)], [maps.Length, output.Dimension, input.Dimension], torch.ScalarType.Float64);
    }

    /// <summary>An orthonormal basis of the vectors that the whole group leaves alone: what an equivariant bias can be.</summary>
    /// <returns>[basis, dimension], Float64.</returns>
    public static torch.Tensor FixedVectors(Representation representation) =>
        Basis(Representation.Trivial(representation.Group), representation).squeeze(-1);

    private static double[][] Colours(TyingPattern pattern)
    {
        var maps = new double[pattern.Colours][];
        for (int colour = 0; colour < maps.Length; colour++)
            maps[colour] = new double[pattern.OutputPoints * pattern.InputPoints];
        for (int i = 0; i < pattern.InputPoints; i++)
            for (int j = 0; j < pattern.OutputPoints; j++)
                maps[pattern.ColourOf(i, j)][j * pattern.InputPoints + i] = 1;
        foreach (double[] map in maps)
        {
            double length = Math.Sqrt(map.Sum());
            for (int entry = 0; entry < map.Length; entry++) map[entry] /= length;
        }
        return maps;
    }

    private static double[][] NullSpace(Representation input, Representation output)
    {
        int entries = input.Dimension * output.Dimension;
        if (entries > MaximumEntries)
            throw new ArgumentException($"A map of {input.Dimension} × {output.Dimension} entries is too large to solve for; "
                + $"beyond {MaximumEntries} entries both representations must permute points.", nameof(output));
        var equations = Matrix<double>.Build.Dense(input.Group.Generators.Length * entries, entries);
        for (int s = 0; s < input.Group.Generators.Length; s++)
            AddEquations(equations, s * entries, input, output, input.Group.Generators[s]);
        var decomposition = equations.Svd();
        return [.. Enumerable.Range(0, entries).Where(k => decomposition.S[k] < ZeroSingularValue).Select(k => decomposition.VT.Row(k).ToArray())];
    }

    /// <summary>Row (i, j): Σ_k ρ_out(i, k)·W(k, j) − Σ_k W(i, k)·ρ_in(k, j) = 0.</summary>
    private static void AddEquations(Matrix<double> equations, int first, Representation input, Representation output, int generator)
    {
        int columns = input.Dimension;
        for (int i = 0; i < output.Dimension; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                int row = first + i * columns + j;
                for (int k = 0; k < output.Dimension; k++) equations[row, k * columns + j] += output[generator, i, k];
                for (int k = 0; k < columns; k++) equations[row, i * columns + k] -= input[generator, k, j];
            }
        }
    }
}
