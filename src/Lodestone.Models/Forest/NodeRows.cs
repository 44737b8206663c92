using System.Runtime.Intrinsics;

using Lodestone.Models.Estimators;

namespace Lodestone.Models.Forest;

/// <summary>
/// The rows of a tree while it grows, ordered by node: the rows of a node are a range, and those of its children are its two parts.
/// The terms (w·y, w) of every row and output lie in the same order, so that sums over a node read memory from front to back.
/// </summary>
internal sealed class NodeRows
{
    private readonly int _outputs;
    private readonly int[] _spareRows;
    private readonly Vector128<double>[] _spareTerms;

    public NodeRows(int capacity, int outputs)
    {
        _outputs = outputs;
        Rows = new int[capacity];
        Terms = new Vector128<double>[capacity * outputs];
        _spareRows = new int[capacity];
        _spareTerms = new Vector128<double>[capacity * outputs];
    }

    /// <summary>Indices of rows.</summary>
    public int[] Rows { get; }

    /// <summary>(w·y, w) of each row and output; zero where a row has no value.</summary>
    public Vector128<double>[] Terms { get; }

    public int Count { get; private set; }

    /// <summary>Starts with the rows that were drawn.</summary>
    /// <param name="targets">[rows, outputs], centred.</param>
    /// <param name="weights">[rows]</param>
    /// <param name="draws">How often each row was drawn, [rows].</param>
    public void Start(DataMatrix targets, ReadOnlySpan<float> weights, ReadOnlySpan<byte> draws)
    {
        Count = 0;
        for (int row = 0; row < draws.Length; row++)
        {
            if (draws[row] == 0) continue;
            double weight = (double)draws[row] * weights[row];
            Rows[Count] = row;
            Span<float> values = targets.Row(row);
            for (int k = 0; k < _outputs; k++)
                Terms[Count * _outputs + k] = float.IsNaN(values[k]) ? default : Vector128.Create(weight * values[k], weight);
            Count++;
        }
    }

    /// <summary>Moves the rows of a node that go left before those that go right, keeping their order.</summary>
    /// <returns>Where the right part starts.</returns>
    public int Partition(int start, int end, ReadOnlySpan<byte> codes, SplitChoice split)
    {
        int left = start, right = 0;
        for (int i = start; i < end; i++)
        {
            int row = Rows[i];
            byte code = codes[row];
            if (code == FeatureBins.Missing ? split.MissingLeft : code <= split.Bin)
            {
                Rows[left] = row;
                Terms.AsSpan(i * _outputs, _outputs).CopyTo(Terms.AsSpan(left * _outputs));
                left++;
            }
            else
            {
                _spareRows[right] = row;
                Terms.AsSpan(i * _outputs, _outputs).CopyTo(_spareTerms.AsSpan(right * _outputs));
                right++;
            }
        }
        _spareRows.AsSpan(0, right).CopyTo(Rows.AsSpan(left));
        _spareTerms.AsSpan(0, right * _outputs).CopyTo(Terms.AsSpan(left * _outputs));
        return left;
    }
}
