namespace Lodestone.Models.Forest;

/// <summary>
/// One tree of a forest. Nodes are in preorder: the left child of a node is the next node. Splits compare bins, see <see cref="FeatureBins"/>.
/// </summary>
public sealed class DecisionTree
{
    /// <summary>The split of a node that is a leaf.</summary>
    internal const int LeafMark = -1;

    private readonly int[] _splits;
    private readonly int[] _next;

    /// <summary>Takes over the nodes and the rows of the leaves.</summary>
    /// <param name="splits">[nodes], see <see cref="Split"/>; −1 for a leaf.</param>
    /// <param name="leafStart">[leaves + 1], where the rows of each leaf start in <paramref name="leafRows"/>; leaves are in preorder.</param>
    /// <param name="leafRows">Indices of training rows.</param>
    /// <param name="leafCounts">How often each of them was drawn.</param>
    /// <exception cref="ArgumentException">The splits are no tree, or the leaves are not those of the tree.</exception>
    internal DecisionTree(int[] splits, int[] leafStart, int[] leafRows, byte[] leafCounts)
    {
        _splits = splits;
        _next = new int[splits.Length];
        Leaves = Link();
        if (leafStart.Length != Leaves + 1 || leafStart[0] != 0 || leafStart[^1] != leafRows.Length || leafCounts.Length != leafRows.Length)
            throw new ArgumentException("The rows of the leaves do not fit the tree.");
        LeafStart = leafStart;
        LeafRows = leafRows;
        LeafCounts = leafCounts;
    }

    /// <summary>Number of nodes, leaves included.</summary>
    public int Nodes => _splits.Length;

    /// <summary>Number of leaves.</summary>
    public int Leaves { get; }

    internal ReadOnlySpan<int> Splits => _splits;

    /// <summary>The last column that a split looks at; −1 where there is no split.</summary>
    internal int Reaches => _splits.Where(split => split != LeafMark).Select(Column).DefaultIfEmpty(-1).Max();

    internal int[] LeafStart { get; }

    internal int[] LeafRows { get; }

    internal byte[] LeafCounts { get; }

    internal bool IsLeaf(int node) => _splits[node] == LeafMark;

    /// <summary>The right child of a split, or the number of a leaf.</summary>
    internal int Next(int node) => _next[node];

    /// <summary>The rows below each node, as a range of <see cref="LeafRows"/>.</summary>
    internal Range[] Branches()
    {
        var branches = new Range[Nodes];
        for (int node = Nodes - 1; node >= 0; node--)
        {
            branches[node] = IsLeaf(node)
                ? LeafStart[_next[node]]..LeafStart[_next[node] + 1]
                : branches[node + 1].Start..branches[_next[node]].End;
        }
        return branches;
    }

    /// <summary>A split as one number: the column, where missing numbers go, and the last bin that goes left.</summary>
    internal static int Split(int column, byte bin, bool missingLeft) => column << 9 | (missingLeft ? 1 << 8 : 0) | bin;

    internal static int Column(int split) => split >> 9;

    /// <summary>The leaf that a row falls into.</summary>
    /// <param name="codes">The bins of the row, [columns].</param>
    internal int Leaf(ReadOnlySpan<byte> codes)
    {
        int node = 0;
        while (_splits[node] is var split and not LeafMark)
            node = GoesLeft(split, codes[Column(split)]) ? node + 1 : _next[node];
        return _next[node];
    }

    /// <summary>The leaf that a training row falls into.</summary>
    /// <param name="columns">The bins of all rows, [columns][rows].</param>
    /// <param name="row">The row.</param>
    internal int Leaf(byte[][] columns, int row)
    {
        int node = 0;
        while (_splits[node] is var split and not LeafMark)
            node = GoesLeft(split, columns[Column(split)][row]) ? node + 1 : _next[node];
        return _next[node];
    }

    private static bool GoesLeft(int split, byte code) => code == FeatureBins.Missing ? (split & 1 << 8) != 0 : code <= (split & 0xFF);

    /// <summary>Finds the right child of every split and the number of every leaf.</summary>
    private int Link()
    {
        var open = new Stack<int>();
        int leaves = 0;
        bool whole = false;
        for (int node = 0; node < _splits.Length; node++)
        {
            if (_splits[node] < LeafMark) throw new ArgumentException("A split is no split.");
            if (whole) throw new ArgumentException("The splits are more than one tree.");
            if (_splits[node] != LeafMark)
            {
                open.Push(node);
                continue;
            }
            _next[node] = leaves++;
            whole = !open.TryPop(out int parent);
            if (!whole) _next[parent] = node + 1;
        }
        if (!whole) throw new ArgumentException("The splits are no whole tree.");
        return leaves;
    }
}
