namespace Lodestone.Models.Forest;

/// <summary>A trained forest together with its training rows, for what only these can tell: out-of-bag predictions.</summary>
public sealed class ForestFit
{
    private readonly TrainingRows _training;
    private readonly int[] _place;
    private readonly Lazy<bool[][]> _drawn;

    internal ForestFit(RandomForest forest, TrainingRows training)
    {
        Forest = forest;
        _training = training;
        _place = new int[training.Count];
        for (int i = 0; i < _place.Length; i++)
            _place[training.Order[i]] = i;
        _drawn = new Lazy<bool[][]>(() => [.. forest.Trees.Select(DrawnRows)]);
    }

    /// <summary>The forest.</summary>
    public RandomForest Forest { get; }

    /// <summary>Number of training rows.</summary>
    public int Rows => _training.Count;

    /// <summary>
    /// The leaves that a training row falls into, only of the trees that did not learn from it; <see cref="RandomForest.NotAsked"/> for the
    /// others. What these trees say is a prediction for a row never seen (Breiman, Machine Learning 45, 5 (2001), §3.1).
    /// </summary>
    /// <param name="row">Index of the row in the training data.</param>
    /// <returns>[trees]</returns>
    public int[] OutOfBagLeaves(int row)
    {
        int place = _place[row];
        var leaves = new int[Forest.Trees.Length];
        for (int tree = 0; tree < leaves.Length; tree++)
            leaves[tree] = _drawn.Value[tree][place] ? RandomForest.NotAsked : Forest.Trees[tree].Leaf(_training.Codes, place);
        return leaves;
    }

    private bool[] DrawnRows(DecisionTree tree)
    {
        var drawn = new bool[_training.Count];
        foreach (int row in tree.LeafRows)
            drawn[row] = true;
        return drawn;
    }
}
