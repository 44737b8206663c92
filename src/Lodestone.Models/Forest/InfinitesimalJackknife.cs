using System.Numerics;
using System.Runtime.InteropServices;

namespace Lodestone.Models.Forest;

/// <summary>
/// How far the prediction of a forest would vary between training sets: the infinitesimal jackknife,
/// <code>V = Σ_i C_i²,   C_i = (1/B) Σ_b (N_bi − 1) (t_b − t̄)</code>
/// with N_bi how often tree b drew row i and t_b what it says, less the bias of a finite number B of trees, (n/B²) Σ_b (t_b − t̄)²
/// (S. Wager, T. Hastie and B. Efron, J. Mach. Learn. Res. 15, 1625 (2014), eq. 5 and 7).
/// </summary>
/// <remarks>The sum over the rows is done once: V = dᵀ G d / B², with d_b = t_b − t̄ and G = (N − 1)(N − 1)ᵀ, [trees, trees].</remarks>
public sealed class InfinitesimalJackknife
{
    private const int BlockRows = 4096;
    private readonly double[] _products;
    private readonly int _trees;
    private readonly int _rows;

    /// <summary>Prepares the estimate for a forest.</summary>
    /// <param name="forest">A forest of bootstrap samples.</param>
    public InfinitesimalJackknife(RandomForest forest)
    {
        _trees = forest.Trees.Length;
        _rows = forest.Targets.Rows;
        _products = new double[_trees * _trees];
        byte[][] draws = [.. forest.Trees.Select(tree => Draws(tree, _rows))];
        for (int start = 0; start < _rows; start += BlockRows)
            AddBlock(draws, start, Math.Min(BlockRows, _rows - start));
    }

    /// <summary>The variance of the mean, in the squared unit of the output; sampling noise can make it negative when trees are few.</summary>
    /// <param name="treeMeans">What each tree says, [trees], finite.</param>
    public double Variance(ReadOnlySpan<double> treeMeans)
    {
        double mean = 0, sum = 0, squares = 0;
        foreach (double said in treeMeans) mean += said / _trees;
        for (int a = 0; a < _trees; a++)
        {
            double products = 0;
            for (int b = 0; b < _trees; b++)
                products += _products[a * _trees + b] * (treeMeans[b] - mean);
            sum += products * (treeMeans[a] - mean);
            squares += (treeMeans[a] - mean) * (treeMeans[a] - mean);
        }
        return (sum - _rows * squares) / ((double)_trees * _trees);
    }

    private static byte[] Draws(DecisionTree tree, int rows)
    {
        var draws = new byte[rows];
        for (int i = 0; i < tree.LeafRows.Length; i++)
            draws[tree.LeafRows[i]] = tree.LeafCounts[i];
        return draws;
    }

    /// <summary>Whole numbers of this size add up exactly in single precision, in any order.</summary>
    private void AddBlock(byte[][] draws, int start, int count)
    {
        var block = new float[_trees * count];
        for (int tree = 0; tree < _trees; tree++)
            for (int i = 0; i < count; i++)
                block[tree * count + i] = draws[tree][start + i] - 1f;
        Parallel.For(0, _trees, a =>
        {
            for (int b = 0; b <= a; b++)
            {
                double product = Dot(block.AsSpan(a * count, count), block.AsSpan(b * count, count));
                _products[a * _trees + b] += product;
                if (a != b) _products[b * _trees + a] += product;
            }
        });
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ReadOnlySpan<Vector<float>> vectorsA = MemoryMarshal.Cast<float, Vector<float>>(a), vectorsB = MemoryMarshal.Cast<float, Vector<float>>(b);
        Vector<float> sums = Vector<float>.Zero;
        for (int i = 0; i < vectorsA.Length; i++)
            sums += vectorsA[i] * vectorsB[i];
        float sum = Vector.Sum(sums);
        for (int i = vectorsA.Length * Vector<float>.Count; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
