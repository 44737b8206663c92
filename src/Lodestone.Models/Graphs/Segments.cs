using static TorchSharp.torch;

namespace Lodestone.Models.Graphs;

/// <summary>Rows in consecutive groups: the edges of atoms, the atoms of materials. A group may be empty.</summary>
public sealed class Segments
{
    private readonly Tensor _share;

    /// <summary>Prepares groups.</summary>
    /// <param name="start">First row of each group, and the number of rows at the end: [groups + 1].</param>
    /// <param name="type">Type of the values.</param>
    public Segments(int[] start, ScalarType type = ScalarType.Float32)
    {
        Count = start.Length - 1;
        var index = new long[start[^1]];
        var share = new double[start[^1]];
        for (int group = 0; group < Count; group++)
        {
            index.AsSpan(start[group]..start[group + 1]).Fill(group);
            share.AsSpan(start[group]..start[group + 1]).Fill(1.0 / (start[group + 1] - start[group]));
        }

        Index = tensor(index);
        _share = tensor(share, type);
    }

    /// <summary>Number of groups.</summary>
    public int Count { get; }

    /// <summary>The group of each row: [rows].</summary>
    public Tensor Index { get; }

    /// <summary>Sums rows; zero for a group without any.</summary>
    /// <param name="values">[rows, …].</param>
    /// <returns>[groups, …]</returns>
    public Tensor Sum(Tensor values)
    {
        long[] shape = [Count, .. values.shape[1..]];
        return zeros(shape, values.dtype).index_add_(0, Index, values, 1);
    }

    /// <summary>Averages rows; zero for a group without any.</summary>
    /// <param name="values">[rows, features].</param>
    /// <returns>[groups, features]</returns>
    public Tensor Mean(Tensor values) => Sum(values * _share.unsqueeze(1));

    /// <summary>Gives every row what its group has.</summary>
    /// <param name="values">[groups, …].</param>
    /// <returns>[rows, …]</returns>
    public Tensor Spread(Tensor values) => values.index_select(0, Index);

    /// <summary>Positive numbers that add up to 1 in each group: exp(s) over its sum.</summary>
    /// <param name="scores">s, [rows], float32.</param>
    /// <returns>[rows]</returns>
    public Tensor Softmax(Tensor scores)
    {
        Tensor powers = (scores - Spread(Largest(scores))).exp();
        return powers / Spread(Sum(powers));
    }

    /// <summary>It only keeps the powers from overflowing: any number a group gives the same result, so no gradient passes.</summary>
    private Tensor Largest(Tensor scores)
    {
        var largest = new float[Count];
        Array.Fill(largest, float.NegativeInfinity);
        using var values = scores.detach().data<float>();
        using var groups = Index.data<long>();
        for (long row = 0; row < Index.shape[0]; row++)
            largest[groups[row]] = Math.Max(largest[groups[row]], values[row]);
        return tensor(largest);
    }
}
