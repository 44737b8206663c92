using System.Runtime.Intrinsics;

namespace Lodestone.Models.Forest;

/// <summary>Looks for the best split of a node in one column after the other.</summary>
/// <param name="outputs">Number of outputs.</param>
/// <param name="minLeaf">Smallest number of rows on a side.</param>
internal sealed class SplitFinder(int outputs, int minLeaf)
{
    private readonly ColumnHistogram _histogram = new(outputs);
    private readonly Vector128<double>[] _left = new Vector128<double>[outputs];

    /// <summary>True where all rows of the node fell into one bin of the last column.</summary>
    public bool Constant => _histogram.Count < 2;

    /// <summary>Improves the best split of a node by those of one column.</summary>
    /// <param name="node">The rows.</param>
    /// <param name="start">Where the node starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="total">Sums over the node, [outputs].</param>
    /// <param name="codes">Bins of the column, [rows].</param>
    /// <param name="column">The column.</param>
    /// <param name="best">The best split so far.</param>
    public SplitChoice Improve(NodeRows node, int start, int end, ReadOnlySpan<Vector128<double>> total, byte[] codes, int column, SplitChoice best)
    {
        _histogram.Fill(node, start, end, codes);
        return Constant ? best : Scan(end - start, total, column, best);
    }

    private SplitChoice Scan(int rows, ReadOnlySpan<Vector128<double>> total, int column, SplitChoice best)
    {
        ReadOnlySpan<byte> bins = _histogram.Bins.AsSpan(0, _histogram.Count);
        bool anyMissing = bins[^1] == FeatureBins.Missing;
        int missing = anyMissing ? _histogram.Rows[bins.Length - 1] : 0;
        ReadOnlySpan<Vector128<double>> missingSums = _histogram.Sums.AsSpan((bins.Length - 1) * outputs, outputs);
        _left.AsSpan().Clear();
        int count = 0;
        for (int i = 0; i < bins.Length - 1; i++)
        {
            count += _histogram.Rows[i];
            for (int k = 0; k < outputs; k++)
                _left[k] += _histogram.Sums[i * outputs + k];
            if (count >= minLeaf && rows - count >= minLeaf && Score(total, _left) is var score && score > best.Score)
                best = new SplitChoice(score, column, Cut(bins, i), MissingLeft: !anyMissing && 2 * count >= rows);
            if (!anyMissing || bins[i + 1] == FeatureBins.Missing || count + missing < minLeaf || rows - count - missing < minLeaf) continue;
            for (int k = 0; k < outputs; k++) _left[k] += missingSums[k];
            if (Score(total, _left) is var withMissing && withMissing > best.Score)
                best = new SplitChoice(withMissing, column, Cut(bins, i), MissingLeft: true);
            for (int k = 0; k < outputs; k++) _left[k] -= missingSums[k];
        }
        return best;
    }

    /// <summary>The threshold lies in the middle, by rank, of the bins between two that hold rows; only missing numbers are on the other side of the last.</summary>
    private static byte Cut(ReadOnlySpan<byte> bins, int left) =>
        bins[left + 1] == FeatureBins.Missing ? bins[left] : (byte)((bins[left] + bins[left + 1] - 1) / 2);

    /// <summary>Σ over the outputs of S²/W on both sides; an output without a known value on a side adds nothing there.</summary>
    private static double Score(ReadOnlySpan<Vector128<double>> total, ReadOnlySpan<Vector128<double>> left)
    {
        double score = 0;
        for (int k = 0; k < total.Length; k++)
        {
            Vector128<double> right = total[k] - left[k];
            Vector128<double> sums = Vector128.Create(left[k][0], right[0]), weights = Vector128.Create(left[k][1], right[1]);
            Vector128<double> terms = Vector128.ConditionalSelect(Vector128.GreaterThan(weights, Vector128<double>.Zero), sums * sums / weights, default);
            score += terms[0] + terms[1];
        }
        return score;
    }
}
