using System.Runtime.Intrinsics;
using Lodestone.Data;

namespace Lodestone.Models.Forest;

/// <summary>Grows trees on one thread. Its memory serves one tree after the other.</summary>
internal sealed class TreeBuilder
{
    private readonly ForestOptions _options;
    private readonly TrainingRows _training;
    private readonly NodeRows _node;
    private readonly SplitFinder _finder;
    private readonly Vector128<double>[] _total;
    private readonly int[] _columns;
    private readonly int _tried;

    public TreeBuilder(ForestOptions options, TrainingRows training)
    {
        _options = options;
        _training = training;
        _node = new NodeRows(training.Count, training.Outputs);
        _finder = new SplitFinder(training.Outputs, options.MinLeaf);
        _total = new Vector128<double>[training.Outputs];
        _columns = new int[training.Splittable.Length];
        _tried = Math.Max(1, (int)Math.Round(options.MaxFeatures * _columns.Length));
    }

    /// <summary>Grows a tree.</summary>
    /// <param name="random">Its random numbers.</param>
    /// <param name="gains">The decrease of impurity by each column is added here, [columns].</param>
    public DecisionTree Grow(RandomGenerator random, Span<double> gains)
    {
        byte[] draws = Draw(random);
        _node.Start(_training.Centred, _training.Weights, draws);
        _training.Splittable.CopyTo(_columns);

        var splits = new List<int>();
        var leafStart = new List<int> { 0 };
        var open = new Stack<Branch>();
        open.Push(new Branch(0, _node.Count, 0, _columns.Length));
        while (open.TryPop(out Branch branch))
        {
            SplitChoice split = Find(branch, random, out int live, out double before);
            if (!split.Found)
            {
                splits.Add(DecisionTree.LeafMark);
                leafStart.Add(branch.End);
                continue;
            }
            gains[split.Column] += Math.Max(split.Score - before, 0);
            splits.Add(DecisionTree.Split(split.Column, split.Bin, split.MissingLeft));
            int middle = _node.Partition(branch.Start, branch.End, _training.Codes[split.Column], split);
            open.Push(new Branch(middle, branch.End, branch.Depth + 1, live));
            open.Push(new Branch(branch.Start, middle, branch.Depth + 1, live));
        }
        int[] rows = _node.Rows.AsSpan(0, _node.Count).ToArray();
        return new DecisionTree([.. splits], [.. leafStart], rows, [.. rows.Select(row => draws[row])]);
    }

    private byte[] Draw(RandomGenerator random)
    {
        var draws = new byte[_training.Count];
        if (!_options.Bootstrap)
        {
            draws.AsSpan().Fill(1);
            return draws;
        }
        for (int i = 0; i < draws.Length; i++)
        {
            ref byte draw = ref draws[random.Next(draws.Length)];
            if (draw < byte.MaxValue) draw++;
        }
        return draws;
    }

    /// <summary>
    /// The best split among some columns. The columns 0 … live − 1 of the list may vary in the node; those found constant are moved behind
    /// them, where no descendant looks.
    /// </summary>
    private SplitChoice Find(Branch branch, RandomGenerator random, out int live, out double before)
    {
        live = branch.Live;
        before = 0;
        SplitChoice best = SplitChoice.None;
        if (branch.End - branch.Start < 2 * _options.MinLeaf || branch.Depth >= (_options.MaxDepth ?? int.MaxValue) || Sum(branch) is not { } perfect) return best;
        foreach (Vector128<double> sum in _total)
            if (sum[1] > 0) before += sum[0] * sum[0] / sum[1];

        int pool = live;
        int varying = 0;
        while (pool > 0 && best.Score < perfect && (varying < _tried || !best.Found))
        {
            int drawn = random.Next(pool--);
            (_columns[drawn], _columns[pool]) = (_columns[pool], _columns[drawn]);
            int column = _columns[pool];
            best = _finder.Improve(_node, branch.Start, branch.End, _total, _training.Codes[column], column, best);
            if (_finder.Constant)
            {
                live--;
                (_columns[pool], _columns[live]) = (_columns[live], _columns[pool]);
            }
            else
            {
                varying++;
            }
        }
        return best;
    }

    /// <summary>Sums the rows of a node.</summary>
    /// <returns>The score of a split after which both sides have equal values: no other can be better. Null where all rows have the same
    /// values, within the tolerance, so that there is nothing to split.</returns>
    private double? Sum(Branch branch)
    {
        _total.AsSpan().Clear();
        int outputs = _total.Length;
        bool differ = false;
        double squares = 0;
        for (int k = 0; k < outputs; k++)
        {
            float low = float.PositiveInfinity, high = float.NegativeInfinity;
            for (int i = branch.Start; i < branch.End; i++)
            {
                Vector128<double> term = _node.Terms[i * outputs + k];
                if (term[1] == 0) continue;
                float value = _training.Centred[_node.Rows[i], k];
                _total[k] += term;
                squares += term[0] * value;
                if (value < low) low = value;
                if (value > high) high = value;
            }
            differ |= high - low > _training.Tolerances[k];
        }
        return differ ? squares * (1 - 1e-12) : null;
    }

    private readonly record struct Branch(int Start, int End, int Depth, int Live);
}
