namespace Lodestone.Learning.Metrics;

/// <summary>Statistics of order: medians, ranks, rank correlation, the area under the ROC curve.</summary>
public static class Ranks
{
    /// <summary>The median; of an even number of values, the mean of the two in the middle; null of none.</summary>
    public static double? Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        if (sorted.Length == 0) return null;
        return sorted.Length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }

    /// <summary>Ranks from 1 up; equal values share the mean of their ranks.</summary>
    public static double[] Average(IReadOnlyList<double> values)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        double[] ranks = new double[values.Count];
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]]) end++;
            for (int i = start; i < end; i++) ranks[order[i]] = (start + 1 + end) / 2.0;
        }
        return ranks;
    }

    /// <summary>Spearman's rank correlation: Pearson's correlation of the average ranks. Null where one of the lists is constant.</summary>
    public static double? Spearman(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        double[] a = Average(first), b = Average(second);
        double center = (a.Length + 1) / 2.0;
        double product = 0, squaresA = 0, squaresB = 0;
        for (int i = 0; i < a.Length; i++)
        {
            product += (a[i] - center) * (b[i] - center);
            squaresA += (a[i] - center) * (a[i] - center);
            squaresB += (b[i] - center) * (b[i] - center);
        }
        return squaresA == 0 || squaresB == 0 ? null : product / Math.Sqrt(squaresA * squaresB);
    }

    /// <summary>
    /// Area under the ROC curve: the probability that a positive row scores above a negative one, ties counting half (Mann and Whitney's U).
    /// Null where all rows are of one class.
    /// </summary>
    public static double? Auc(IReadOnlyList<bool> positive, IReadOnlyList<double> scores)
    {
        double[] ranks = Average(scores);
        double positives = positive.Count(row => row), negatives = positive.Count - positives;
        if (positives == 0 || negatives == 0) return null;
        double sum = ranks.Where((_, row) => positive[row]).Sum();
        return (sum - positives * (positives + 1) / 2) / (positives * negatives);
    }

    /// <summary>The share of the <paramref name="k"/> rows with the largest estimates that are among the <paramref name="best"/> with the largest
    /// truths. Of equal values, earlier rows come first; with fewer rows than <paramref name="k"/>, all count.</summary>
    public static double TopPrecision(IReadOnlyList<double> truths, IReadOnlyList<double> estimates, int k, int best)
    {
        int[] highest = [.. Top(estimates, k)];
        return (double)highest.Intersect(Top(truths, best)).Count() / highest.Length;
    }

    private static IEnumerable<int> Top(IReadOnlyList<double> values, int k) =>
        Enumerable.Range(0, values.Count).OrderByDescending(i => values[i]).Take(k);
}
