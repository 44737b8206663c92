using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lodestone.Models.Forest;

/// <summary>
/// The rows of a node summed by their bin in one column: only bins that hold rows, ascending. A large node adds its rows to one cell a
/// bin; a small one, for which that is too much to clear and to search, sorts its rows.
/// </summary>
/// <param name="outputs">Number of outputs.</param>
internal sealed class ColumnHistogram(int outputs)
{
    private const int AllBins = 256;
    private const int SmallNode = 24;
    private readonly Vector128<double>[] _cells = new Vector128<double>[AllBins * outputs];
    private readonly Vector128<double>[] _otherCells = new Vector128<double>[AllBins * outputs];
    private readonly int[] _rowsOfCell = new int[2 * AllBins];
    private readonly int[] _order = new int[SmallNode];

    /// <summary>Number of bins that hold rows.</summary>
    public int Count { get; private set; }

    /// <summary>The bins, [<see cref="Count"/>].</summary>
    public byte[] Bins { get; } = new byte[AllBins];

    /// <summary>Rows in each of them.</summary>
    public int[] Rows { get; } = new int[AllBins];

    /// <summary>Sums of (w·y, w) in each of them, [<see cref="Count"/>, outputs].</summary>
    public Vector128<double>[] Sums { get; } = new Vector128<double>[AllBins * outputs];

    /// <summary>Sums the rows of a node.</summary>
    /// <param name="node">The rows.</param>
    /// <param name="start">Where the node starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="codes">Bins of the column, [rows].</param>
    public void Fill(NodeRows node, int start, int end, byte[] codes)
    {
        Count = 0;
        if (end - start <= SmallNode)
        {
            Sort(node, start, end, codes);
            return;
        }
        Add(node, start, end, codes);
        Collect();
    }

    private void Add(NodeRows node, int start, int end, byte[] codes)
    {
        ref Vector128<double> cells = ref MemoryMarshal.GetArrayDataReference(_cells);
        ref Vector128<double> terms = ref MemoryMarshal.GetArrayDataReference(node.Terms);
        ref int counts = ref MemoryMarshal.GetArrayDataReference(_rowsOfCell);
        ref int otherCounts = ref Unsafe.Add(ref counts, AllBins);
        ref byte code = ref MemoryMarshal.GetArrayDataReference(codes);
        ref int rows = ref MemoryMarshal.GetArrayDataReference(node.Rows);
        if (outputs == 1)
        {
            // Rows take turns between two sets of cells: one need not wait for the sum of the one before it, which is often of the same bin.
            ref Vector128<double> others = ref MemoryMarshal.GetArrayDataReference(_otherCells);
            nint i = start;
            for (; i + 1 < end; i += 2)
            {
                nint bin = Unsafe.Add(ref code, Unsafe.Add(ref rows, i)), other = Unsafe.Add(ref code, Unsafe.Add(ref rows, i + 1));
                Unsafe.Add(ref cells, bin) += Unsafe.Add(ref terms, i);
                Unsafe.Add(ref others, other) += Unsafe.Add(ref terms, i + 1);
                Unsafe.Add(ref counts, bin)++;
                Unsafe.Add(ref otherCounts, other)++;
            }
            if (i < end)
            {
                nint bin = Unsafe.Add(ref code, Unsafe.Add(ref rows, i));
                Unsafe.Add(ref cells, bin) += Unsafe.Add(ref terms, i);
                Unsafe.Add(ref counts, bin)++;
            }
            return;
        }
        for (nint row = start; row < end; row++)
        {
            nint bin = Unsafe.Add(ref code, Unsafe.Add(ref rows, row));
            Unsafe.Add(ref counts, bin)++;
            for (int k = 0; k < outputs; k++)
                Unsafe.Add(ref cells, bin * outputs + k) += Unsafe.Add(ref terms, row * outputs + k);
        }
    }

    /// <summary>Takes over the cells that hold rows and clears them.</summary>
    private void Collect()
    {
        for (int first = 0; first < AllBins; first += Vector256<int>.Count)
        {
            uint occupied = ~Vector256.Equals(Vector256.Create<int>(_rowsOfCell.AsSpan(first)) | Vector256.Create<int>(_rowsOfCell.AsSpan(AllBins + first)), Vector256<int>.Zero).ExtractMostSignificantBits() & 0xFF;
            for (; occupied != 0; occupied &= occupied - 1)
                Take(first + BitOperations.TrailingZeroCount(occupied));
        }
    }

    private void Take(int bin)
    {
        Rows[Count] = _rowsOfCell[bin] + _rowsOfCell[AllBins + bin];
        Bins[Count] = (byte)bin;
        _rowsOfCell[bin] = _rowsOfCell[AllBins + bin] = 0;
        for (int k = 0; k < outputs; k++)
        {
            Sums[Count * outputs + k] = _cells[bin * outputs + k] + _otherCells[bin * outputs + k];
            _cells[bin * outputs + k] = _otherCells[bin * outputs + k] = default;
        }
        Count++;
    }

    /// <summary>Insertion sort of the rows by bin, then sums of equal bins.</summary>
    private void Sort(NodeRows node, int start, int end, byte[] codes)
    {
        int count = end - start;
        int[] order = _order;
        for (int i = 0; i < count; i++)
        {
            int key = codes[node.Rows[start + i]] << 8 | i;
            int place = i;
            for (; place > 0 && order[place - 1] > key; place--)
                order[place] = order[place - 1];
            order[place] = key;
        }
        if (order[0] >> 8 == order[count - 1] >> 8)
        {
            Count = 1;
            return;
        }
        int last = -1;
        for (int i = 0; i < count; i++)
        {
            int bin = order[i] >> 8;
            ReadOnlySpan<Vector128<double>> terms = node.Terms.AsSpan((start + (order[i] & 0xFF)) * outputs, outputs);
            if (bin != last)
            {
                Bins[Count] = (byte)bin;
                Rows[Count] = 1;
                terms.CopyTo(Sums.AsSpan(Count * outputs));
                Count++;
            }
            else
            {
                Rows[Count - 1]++;
                for (int k = 0; k < outputs; k++)
                    Sums[(Count - 1) * outputs + k] += terms[k];
            }
            last = bin;
        }
    }
}
