using System.Collections.Concurrent;
using System.Collections.Immutable;

using Lodestone.Models.Estimators;

namespace Lodestone.Models.Forest;

/// <summary>
/// Trained trees with the training rows in their leaves. What the forest says of a row follows from the leaf of each tree that the row falls
/// into: the mean, what each tree says, and the distribution of the training values.
/// </summary>
public sealed class RandomForest
{
    /// <summary>In a list of leaves: the tree is not asked.</summary>
    public const int NotAsked = -1;

    private const int LargeLeaf = 64;
    private readonly ConcurrentDictionary<(int Tree, int Leaf, int Output), LeafValues?> _large = new();
    private readonly float[][] _means;
    private readonly Range[]?[][] _ranges;

    /// <summary>Takes over trees.</summary>
    /// <param name="bins">The bins of the columns.</param>
    /// <param name="trees">The trees.</param>
    /// <param name="targets">Values of the training rows, [rows, outputs].</param>
    /// <param name="weights">Weights of the training rows, [rows].</param>
    /// <param name="importance">Share of each column in the decrease of impurity, [columns].</param>
    internal RandomForest(FeatureBins bins, DecisionTree[] trees, DataMatrix targets, float[] weights, float[] importance)
    {
        Bins = bins;
        Trees = [.. trees];
        Targets = targets;
        Weights = weights;
        ImpurityImportance = [.. importance];
        bool[] gaps = [.. Enumerable.Range(0, targets.Columns).Select(output => Enumerable.Range(0, targets.Rows).Any(row => float.IsNaN(targets[row, output])))];
        _ranges = [.. trees.Select(tree => gaps.Select((gap, output) => gap ? ValueRanges.Find(tree, targets, output) : null).ToArray())];
        _means = [.. trees.Select((_, tree) => LeafMeans(tree))];
    }

    /// <summary>The trees.</summary>
    public ImmutableArray<DecisionTree> Trees { get; }

    /// <summary>The bins of the columns.</summary>
    public FeatureBins Bins { get; }

    /// <summary>Number of outputs.</summary>
    public int Outputs => Targets.Columns;

    /// <summary>
    /// For each column, the mean over the trees of its share of the decrease of impurity (Breiman et al., Classification and Regression Trees,
    /// 1984, §5.3.4). It favours columns with many different values; shuffling the columns of other rows tells more.
    /// </summary>
    public ImmutableArray<float> ImpurityImportance { get; }

    /// <summary>Values of the training rows, [rows, outputs], in the forest's own order.</summary>
    internal DataMatrix Targets { get; }

    internal float[] Weights { get; }

    /// <summary>The leaf of each tree that a row falls into, [trees].</summary>
    /// <param name="row">[columns], finite or NaN.</param>
    public int[] Leaves(ReadOnlySpan<float> row)
    {
        Span<byte> codes = new byte[Bins.Columns];
        Bins.Encode(row, codes);
        var leaves = new int[Trees.Length];
        for (int tree = 0; tree < leaves.Length; tree++)
            leaves[tree] = Trees[tree].Leaf(codes);
        return leaves;
    }

    /// <summary>What each tree says: the weighted mean of the training values in its leaf, or in the smallest branch around it
    /// in which a value of the output is known; NaN where it was not asked or knows none.</summary>
    /// <param name="leaves">[trees]</param>
    /// <param name="output">Which output.</param>
    /// <returns>[trees]</returns>
    public double[] TreeMeans(ReadOnlySpan<int> leaves, int output)
    {
        var means = new double[leaves.Length];
        for (int tree = 0; tree < means.Length; tree++)
            means[tree] = leaves[tree] == NotAsked ? double.NaN : _means[tree][leaves[tree] * Outputs + output];
        return means;
    }

    /// <summary>The mean of what the trees say; NaN where none says anything.</summary>
    /// <param name="leaves">[trees]</param>
    /// <param name="output">Which output.</param>
    public double Mean(ReadOnlySpan<int> leaves, int output)
    {
        double sum = 0;
        int said = 0;
        for (int tree = 0; tree < leaves.Length; tree++)
        {
            if (leaves[tree] == NotAsked || float.IsNaN(_means[tree][leaves[tree] * Outputs + output])) continue;
            sum += _means[tree][leaves[tree] * Outputs + output];
            said++;
        }
        return sum / said;
    }

    /// <summary>
    /// The distribution of the training values in the leaves, each tree with the same weight: what a quantile forest predicts
    /// (N. Meinshausen, J. Mach. Learn. Res. 7, 983 (2006), eq. 4–6).
    /// </summary>
    /// <param name="leaves">[trees]</param>
    /// <param name="output">Which output.</param>
    public LeafDistribution Distribution(ReadOnlySpan<int> leaves, int output)
    {
        var values = new List<LeafValues>(leaves.Length);
        for (int tree = 0; tree < leaves.Length; tree++)
            if (leaves[tree] != NotAsked && ValuesOf(tree, leaves[tree], output) is { } present) values.Add(present);
        return new LeafDistribution([.. values]);
    }

    /// <summary>The values of a leaf, null where it has none. Those of large leaves, to which many rows come, are kept.</summary>
    private LeafValues? ValuesOf(int tree, int leaf, int output) =>
        RangeOf(tree, leaf, output) is var range && range.End.Value - range.Start.Value <= LargeLeaf
            ? Collect(tree, leaf, output)
            : _large.GetOrAdd((tree, leaf, output), place => Collect(place.Tree, place.Leaf, place.Output));

    private LeafValues? Collect(int tree, int leaf, int output)
    {
        (float Value, double Weight)[] known = [.. RowsOf(tree, leaf, output)];
        return known.Length == 0 ? null : new LeafValues([.. known.Select(one => one.Value)], [.. known.Select(one => one.Weight)]);
    }

    private float[] LeafMeans(int tree)
    {
        var means = new float[Trees[tree].Leaves * Outputs];
        for (int leaf = 0; leaf < Trees[tree].Leaves; leaf++)
        {
            for (int output = 0; output < Outputs; output++)
            {
                double sum = 0, total = 0;
                foreach (var (value, weight) in RowsOf(tree, leaf, output))
                {
                    sum += weight * value;
                    total += weight;
                }
                means[leaf * Outputs + output] = (float)(sum / total);
            }
        }
        return means;
    }

    private Range RangeOf(int tree, int leaf, int output) =>
        _ranges[tree][output]?[leaf] ?? Trees[tree].LeafStart[leaf]..Trees[tree].LeafStart[leaf + 1];

    private IEnumerable<(float Value, double Weight)> RowsOf(int index, int leaf, int output)
    {
        DecisionTree tree = Trees[index];
        Range range = RangeOf(index, leaf, output);
        for (int i = range.Start.Value; i < range.End.Value; i++)
        {
            float value = Targets[tree.LeafRows[i], output];
            if (!float.IsNaN(value)) yield return (value, (double)tree.LeafCounts[i] * Weights[tree.LeafRows[i]]);
        }
    }
}
