using System.Runtime.InteropServices;

using Lodestone.Models.Estimators;

namespace Lodestone.Models.Forest;

/// <summary>
/// Turns the numbers of each column into at most 255 bins of about equally many training rows, and a code of its own for a missing number.
/// Bins follow the order of the numbers only: a monotone transform of a column changes none.
/// </summary>
public sealed class FeatureBins
{
    /// <summary>The code of a missing number.</summary>
    public const byte Missing = 255;

    private const int MaxBins = 255;
    private readonly float[][] _edges;

    /// <summary>Takes over edges.</summary>
    /// <param name="edges">For each column its edges, ascending; bin b holds the numbers above edge b − 1 and up to edge b, the last bin all above.</param>
    /// <exception cref="ArgumentException">A column has too many edges, or they do not ascend.</exception>
    public FeatureBins(float[][] edges)
    {
        foreach (float[] column in edges)
        {
            if (column.Length >= MaxBins) throw new ArgumentException($"A column has at most {MaxBins - 1} edges.", nameof(edges));
            for (int i = 0; i < column.Length; i++)
                if (!float.IsFinite(column[i]) || (i > 0 && column[i] <= column[i - 1])) throw new ArgumentException("The edges of a column ascend.", nameof(edges));
        }
        _edges = edges;
    }

    /// <summary>Number of columns.</summary>
    public int Columns => _edges.Length;

    /// <summary>The edges of a column, ascending.</summary>
    public ReadOnlySpan<float> Edges(int column) => _edges[column];

    /// <summary>Finds the bins of training rows.</summary>
    /// <param name="features">[rows, columns], finite or NaN.</param>
    /// <param name="threads">How many threads may work at once.</param>
    public static FeatureBins Fit(DataMatrix features, int threads)
    {
        var edges = new float[features.Columns][];
        Parallel.For(0, edges.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, column =>
        {
            var present = new List<float>(features.Rows);
            for (int row = 0; row < features.Rows; row++)
                if (!float.IsNaN(features[row, column])) present.Add(features[row, column]);
            Span<float> sorted = CollectionsMarshal.AsSpan(present);
            sorted.Sort();
            edges[column] = FindEdges(sorted);
        });
        return new FeatureBins(edges);
    }

    /// <summary>The bin of a number.</summary>
    public byte Code(int column, float value)
    {
        if (float.IsNaN(value)) return Missing;
        int found = _edges[column].AsSpan().BinarySearch(value);
        return (byte)(found < 0 ? ~found : found);
    }

    /// <summary>The bins of a row.</summary>
    /// <param name="row">[columns]</param>
    /// <param name="codes">[columns], overwritten.</param>
    public void Encode(ReadOnlySpan<float> row, Span<byte> codes)
    {
        for (int column = 0; column < codes.Length; column++)
            codes[column] = Code(column, row[column]);
    }

    /// <summary>The bins of many rows, each column by itself: [columns][rows].</summary>
    public byte[][] EncodeColumns(DataMatrix features, int threads)
    {
        var columns = new byte[Columns][];
        Parallel.For(0, Columns, new ParallelOptions { MaxDegreeOfParallelism = threads }, column =>
        {
            var codes = new byte[features.Rows];
            for (int row = 0; row < codes.Length; row++)
                codes[row] = Code(column, features[row, column]);
            columns[column] = codes;
        });
        return columns;
    }

    /// <summary>Edges halfway between neighbouring values, taken from left to right: a bin is full when it holds its share of the rows that are left.</summary>
    private static float[] FindEdges(ReadOnlySpan<float> sorted)
    {
        int distinct = CountDistinct(sorted);
        var edges = new List<float>();
        int start = 0;
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1]) continue;
            distinct--;
            int binsLeft = MaxBins - edges.Count;
            bool full = (long)(i - start) * binsLeft >= sorted.Length - start;
            if (binsLeft > 1 && (full || distinct < binsLeft))
            {
                edges.Add(Between(sorted[i - 1], sorted[i]));
                start = i;
            }
        }
        return [.. edges];
    }

    private static int CountDistinct(ReadOnlySpan<float> sorted)
    {
        int distinct = sorted.IsEmpty ? 0 : 1;
        for (int i = 1; i < sorted.Length; i++)
            if (sorted[i] != sorted[i - 1]) distinct++;
        return distinct;
    }

    /// <summary>A number from <paramref name="low"/> to just below <paramref name="high"/>, halfway where single precision has one.</summary>
    private static float Between(float low, float high)
    {
        float middle = (float)(low + ((double)high - low) / 2);
        return middle < high ? middle : low;
    }
}
