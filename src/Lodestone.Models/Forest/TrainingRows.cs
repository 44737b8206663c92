using Lodestone.Matter;

using Lodestone.Models.Estimators;

namespace Lodestone.Models.Forest;

/// <summary>
/// What every tree of a forest learns from. The rows are put into an order of their own, by their content, so that a forest does not depend
/// on the order of the data.
/// </summary>
internal sealed class TrainingRows
{
    private TrainingRows(int[] order, FeatureBins bins, byte[][] codes, DataMatrix targets, float[] weights, double tolerance)
    {
        Order = order;
        Bins = bins;
        Codes = codes;
        Targets = targets;
        Weights = weights;
        Centred = Centre(targets);
        Tolerances = [.. Enumerable.Range(0, targets.Columns).Select(k => tolerance * Deviation(Centred, k))];
        Splittable = [.. Enumerable.Range(0, codes.Length).Where(column => codes[column].AsSpan().ContainsAnyExcept(codes[column][0]))];
    }

    /// <summary>The row of the data at each place.</summary>
    public int[] Order { get; }

    public FeatureBins Bins { get; }

    /// <summary>[columns][rows]</summary>
    public byte[][] Codes { get; }

    /// <summary>[rows, outputs]</summary>
    public DataMatrix Targets { get; }

    /// <summary>The targets less the mean of each output, for sums that keep their digits.</summary>
    public DataMatrix Centred { get; }

    /// <summary>For each output, the difference of values below which they count as equal.</summary>
    public double[] Tolerances { get; }

    public float[] Weights { get; }

    /// <summary>The columns that are not constant.</summary>
    public int[] Splittable { get; }

    public int Count => Order.Length;

    public int Outputs => Targets.Columns;

    /// <summary>Checks, orders and bins rows.</summary>
    /// <exception cref="InputException">A number is infinite, a weight is not positive, or there is nothing to learn from.</exception>
    public static TrainingRows Of(DataMatrix features, DataMatrix targets, ReadOnlySpan<float> weights, double tolerance, int threads)
    {
        Check(features, targets, weights);
        float[] all = new float[features.Rows];
        if (weights.IsEmpty) all.AsSpan().Fill(1);
        else weights.CopyTo(all);

        int[] order = [.. Enumerable.Range(0, features.Rows)];
        Array.Sort(order, (a, b) => Compare(features, targets, all, a, b));
        DataMatrix ordered = features.Select(order);
        FeatureBins bins = FeatureBins.Fit(ordered, threads);
        return new TrainingRows(order, bins, bins.EncodeColumns(ordered, threads), targets.Select(order), [.. order.Select(row => all[row])], tolerance);
    }

    private static int Compare(DataMatrix features, DataMatrix targets, float[] weights, int a, int b)
    {
        int found = features.Row(a).SequenceCompareTo(features.Row(b));
        if (found == 0) found = targets.Row(a).SequenceCompareTo(targets.Row(b));
        return found == 0 ? weights[a].CompareTo(weights[b]) : found;
    }

    private static void Check(DataMatrix features, DataMatrix targets, ReadOnlySpan<float> weights)
    {
        if (features.Rows != targets.Rows) throw new ArgumentException($"There are {features.Rows} rows of features and {targets.Rows} of targets.", nameof(targets));
        if (!weights.IsEmpty && weights.Length != features.Rows) throw new ArgumentException($"There are {features.Rows} rows and {weights.Length} weights.", nameof(weights));
        if (features.Rows == 0) throw new InputException("There is no row to learn from.");
        for (int row = 0; row < features.Rows; row++)
        {
            if (features.Row(row).IndexOfAnyInfinite() is >= 0 and var column) throw new InputException($"Row {row} has an infinite number in column {column}; leave it out or mark it as missing.");
            if (targets.Row(row).IndexOfAnyInfinite() is >= 0 and var output) throw new InputException($"Row {row} has an infinite value of target {output}; leave it out or mark it as missing.");
            if (!weights.IsEmpty && !(weights[row] > 0 && float.IsFinite(weights[row]))) throw new InputException($"Row {row} has the weight {weights[row]}; a weight is a positive number.");
        }
        for (int output = 0; output < targets.Columns; output++)
            if (!Enumerable.Range(0, targets.Rows).Any(row => !float.IsNaN(targets[row, output])))
                throw new InputException($"No row has a value of target {output}.");
    }

    private static DataMatrix Centre(DataMatrix targets)
    {
        var centred = new DataMatrix(targets.Rows, targets.Columns);
        for (int k = 0; k < targets.Columns; k++)
        {
            double sum = 0;
            int present = 0;
            for (int row = 0; row < targets.Rows; row++)
            {
                if (float.IsNaN(targets[row, k])) continue;
                sum += targets[row, k];
                present++;
            }
            for (int row = 0; row < targets.Rows; row++)
                centred[row, k] = (float)(targets[row, k] - sum / present);
        }
        return centred;
    }

    private static double Deviation(DataMatrix centred, int output)
    {
        double squares = 0;
        int present = 0;
        for (int row = 0; row < centred.Rows; row++)
        {
            float value = centred[row, output];
            if (float.IsNaN(value)) continue;
            squares += (double)value * value;
            present++;
        }
        return Math.Sqrt(squares / present);
    }
}
