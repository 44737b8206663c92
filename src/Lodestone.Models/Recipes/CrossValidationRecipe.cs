namespace Lodestone.Models.Recipes;

/// <summary>How a cross-validation deals the data of a recipe into folds.</summary>
public sealed record CrossValidationRecipe
{
    internal static readonly string[] Ways = ["random", "class", "formula", "chemsys", "column"];

    /// <summary>Number of folds.</summary>
    public int Folds { get; init; } = 5;

    /// <summary><c>random</c>, <c>class</c> (each class of the first target spread evenly), <c>formula</c> (no reduced formula in two folds),
    /// <c>chemsys</c> (no chemical system in two folds), or <c>column</c>.</summary>
    public string By { get; init; } = "random";

    /// <summary>With <c>column</c>: the column that names the fold of each row; the number of folds is then that of the names.</summary>
    public string Column { get; init; } = "fold";

    /// <summary>Seed of the folds alone, so that models of several seeds can be measured on the same folds; without it, the seed of the recipe
    /// decides. With <c>random</c> and <c>class</c> it is the <c>random_state</c> of scikit-learn's folds.</summary>
    public uint? Seed { get; init; }

    /// <summary>Number of folds of the inner cross-validation, by which variants are chosen.</summary>
    public int InnerFolds { get; init; } = 3;
}
