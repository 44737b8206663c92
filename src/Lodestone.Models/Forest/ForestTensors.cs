using Lodestone.Learning.Files;
using Lodestone.Models.Estimators;

namespace Lodestone.Models.Forest;

/// <summary>A forest as tensors: the edges of the bins, the splits of all trees one behind the other in preorder, and the rows of their leaves.</summary>
internal static class ForestTensors
{
    public static IEnumerable<NamedTensor> Save(RandomForest forest, string prefix)
    {
        float[][] edges = [.. Enumerable.Range(0, forest.Bins.Columns).Select(column => forest.Bins.Edges(column).ToArray())];
        return
        [
            TensorWriter.Of(prefix + "edges", [.. edges.SelectMany(column => column)]),
            TensorWriter.Of(prefix + "edges_of_column", [.. edges.Select(column => column.Length)]),
            TensorWriter.Of(prefix + "splits", [.. forest.Trees.SelectMany(tree => tree.Splits.ToArray())]),
            TensorWriter.Of(prefix + "nodes_of_tree", [.. forest.Trees.Select(tree => tree.Nodes)]),
            TensorWriter.Of(prefix + "rows_of_leaf", [.. forest.Trees.SelectMany(RowsOfLeaves)]),
            TensorWriter.Of(prefix + "leaf_rows", [.. forest.Trees.SelectMany(tree => tree.LeafRows)]),
            TensorWriter.Of(prefix + "leaf_draws", [.. forest.Trees.SelectMany(tree => tree.LeafCounts)]),
            NamedTensor.From(prefix + "targets", forest.Targets.Values, forest.Targets.Rows, forest.Outputs),
            TensorWriter.Of(prefix + "weights", forest.Weights),
            TensorWriter.Of(prefix + "importance", [.. forest.ImpurityImportance]),
        ];
    }

    /// <exception cref="Matter.InputException">The tensors are not those of a forest.</exception>
    public static RandomForest Load(TensorReader tensors, int outputs)
    {
        try
        {
            return Read(tensors, outputs);
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw tensors.Contradiction(e);
        }
    }

    private static RandomForest Read(TensorReader tensors, int outputs)
    {
        var edges = new ArrayParts<float>(tensors.Singles("edges"));
        var bins = new FeatureBins([.. tensors.Integers("edges_of_column").Select(edges.Take)]);
        float[] weights = tensors.Singles("weights");
        var targets = new DataMatrix(weights.Length, outputs, tensors.Singles("targets"));
        float[] importance = tensors.Singles("importance");

        var splits = new ArrayParts<int>(tensors.Integers("splits"));
        var rowsOfLeaf = new ArrayParts<int>(tensors.Integers("rows_of_leaf"));
        var leafRows = new ArrayParts<int>(tensors.Integers("leaf_rows"));
        var leafDraws = new ArrayParts<byte>(tensors.Bytes("leaf_draws"));
        DecisionTree[] trees = [.. tensors.Integers("nodes_of_tree").Select(nodes => Tree(splits.Take(nodes), rowsOfLeaf, leafRows, leafDraws))];
        bool whole = edges.AtEnd && splits.AtEnd && rowsOfLeaf.AtEnd && leafRows.AtEnd && leafDraws.AtEnd && trees.Length > 0 && importance.Length == bins.Columns
            && trees.All(tree => tree.Reaches < bins.Columns && tree.LeafRows.All(row => (uint)row < weights.Length));
        return whole ? new RandomForest(bins, trees, targets, weights, importance) : throw tensors.Contradiction();
    }

    private static DecisionTree Tree(int[] splits, ArrayParts<int> rowsOfLeaf, ArrayParts<int> leafRows, ArrayParts<byte> leafDraws)
    {
        int[] rows = rowsOfLeaf.Take(splits.Count(split => split == DecisionTree.LeafMark));
        var start = new int[rows.Length + 1];
        for (int leaf = 0; leaf < rows.Length; leaf++)
            start[leaf + 1] = checked(start[leaf] + rows[leaf]);
        return new DecisionTree(splits, start, leafRows.Take(start[^1]), leafDraws.Take(start[^1]));
    }

    private static IEnumerable<int> RowsOfLeaves(DecisionTree tree) =>
        Enumerable.Range(0, tree.Leaves).Select(leaf => tree.LeafStart[leaf + 1] - tree.LeafStart[leaf]);
}
