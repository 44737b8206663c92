using Lodestone.Models.Estimators;

namespace Lodestone.Models.Forest;

/// <summary>
/// Which rows of a tree speak for each of its leaves about an output that not every row has: those of the leaf where one of them has a value,
/// otherwise those of the smallest branch around the leaf in which one has.
/// </summary>
internal static class ValueRanges
{
    /// <summary>For each leaf, a range of <see cref="DecisionTree.LeafRows"/>.</summary>
    public static Range[] Find(DecisionTree tree, DataMatrix targets, int output)
    {
        int[] known = new int[tree.LeafRows.Length + 1];
        for (int i = 0; i < tree.LeafRows.Length; i++)
            known[i + 1] = known[i] + (float.IsNaN(targets[tree.LeafRows[i], output]) ? 0 : 1);

        Range[] branches = tree.Branches();
        var inherited = new Range[tree.Nodes];
        var leaves = new Range[tree.Leaves];
        for (int node = 0; node < tree.Nodes; node++)
        {
            Range own = branches[node];
            Range found = node == 0 || known[own.End.Value] > known[own.Start.Value] ? own : inherited[node];
            if (tree.IsLeaf(node)) leaves[tree.Next(node)] = found;
            else inherited[node + 1] = inherited[tree.Next(node)] = found;
        }
        return leaves;
    }
}
