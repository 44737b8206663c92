using Lodestone.Data;
using Lodestone.Data.Splits;
using Lodestone.Matter;

namespace Lodestone.Models.Recipes;

/// <summary>The rows of a recipe, read and split. Rows without a value of any target are left out.</summary>
/// <param name="Labelled">All rows, and what was left out.</param>
/// <param name="Train">Rows to learn from.</param>
/// <param name="Validation">Rows to judge epochs by and to calibrate intervals on.</param>
/// <param name="Test">Rows to measure the finished model on.</param>
/// <param name="Sha256">Digest of the data (<see cref="DataDigest"/>); empty where the source is neither file nor folder.</param>
internal sealed record RecipeData(
    LabelledData Labelled, IReadOnlyList<Material> Train, IReadOnlyList<Material> Validation, IReadOnlyList<Material> Test, string Sha256)
{
    /// <summary>Reads and splits the data of a recipe.</summary>
    /// <exception cref="InputException">The source cannot be opened, has no row to learn from, or cannot be split as asked.</exception>
    public static RecipeData Read(Recipe recipe, CancellationToken cancellation)
    {
        LabelledData labelled = LabelledData.Read(recipe, cancellation);
        Split split = SplitRows(recipe, labelled.Materials);
        return new RecipeData(
            labelled,
            [.. split.Train.Select(row => labelled.Materials[row])],
            [.. split.Validation.Select(row => labelled.Materials[row])],
            [.. split.Test.Select(row => labelled.Materials[row])],
            Digest(recipe));
    }

    /// <summary>Digest of the data of a recipe.</summary>
    public static string Digest(Recipe recipe) => DataDigest.Of(Path.Combine(recipe.Folder, recipe.Data));

    private static Split SplitRows(Recipe recipe, IReadOnlyList<Material> rows)
    {
        var fractions = new SplitFractions(recipe.Split.Validation, recipe.Split.Test);
        var seeds = new Seeds(recipe.Seed);
        return recipe.Split.By switch
        {
            "formula" => Split.ByFormula(rows, fractions, seeds),
            "chemsys" => Split.ByChemicalSystem(rows, fractions, seeds),
            "random" => Split.Random(rows.Count, fractions, seeds),
            "column" => Split.ByColumn(rows, recipe.Split.Column),
            _ => throw new InputException($"The recipe splits by '{recipe.Split.By}'; use {string.Join(", ", SplitRecipe.Ways)}.{Suggestion.Ask(recipe.Split.By, SplitRecipe.Ways)}"),
        };
    }
}
