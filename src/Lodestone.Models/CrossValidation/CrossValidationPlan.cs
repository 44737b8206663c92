using System.Collections.Immutable;
using Lodestone.Data;
using Lodestone.Data.Splits;
using Lodestone.Data.Tables;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Models.Recipes;

namespace Lodestone.Models.CrossValidation;

/// <summary>The rows of a cross-validation and its folds.</summary>
/// <param name="Recipe">The recipe, its targets as their columns turned out to be.</param>
/// <param name="Materials">Rows that have a value of any target, in the order of the data.</param>
/// <param name="Folds">The folds, by index of these rows.</param>
/// <param name="Account">What was left out of the data.</param>
/// <param name="DataSha256">Digest of the data; empty where the source is neither file nor folder.</param>
internal sealed record CrossValidationPlan(Recipe Recipe, IReadOnlyList<Material> Materials, ImmutableArray<Fold> Folds, DataAccount Account, string DataSha256)
{
    private static readonly TableColumn[] Columns = [TableColumn.Number("row"), TableColumn.Text("id"), TableColumn.Text("formula"), TableColumn.Number("fold")];

    /// <summary>Everything random of the cross-validation takes its seed from here.</summary>
    public Seeds Seeds => new Seeds(Recipe.Seed).For("crossval");

    /// <summary>How the rows are dealt.</summary>
    public CrossValidationRecipe Settings => SettingsOf(Recipe);

    /// <summary>Reads the data and deals them into folds.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="messages">Told what was left out of the data.</param>
    /// <param name="cancellation">Ends the reading with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The data cannot be read, have no value of a target, or cannot be dealt as asked.</exception>
    public static CrossValidationPlan Read(Recipe recipe, IProgress<string>? messages, CancellationToken cancellation)
    {
        LabelledData data = LabelledData.Read(recipe, cancellation);
        foreach (string line in data.Account.Lines()) messages?.Report(line);
        recipe = recipe with { Targets = data.Targets, Auxiliary = data.Auxiliary };
        CrossValidationRecipe settings = SettingsOf(recipe);
        uint seed = settings.Seed ?? (uint)new Seeds(recipe.Seed).For("folds").Root;
        return new CrossValidationPlan(recipe, data.Materials, Deal(recipe, data.Materials, settings.Folds, seed), data.Account, RecipeData.Digest(recipe));
    }

    /// <summary>A variant of the recipe, its targets as their columns turned out to be.</summary>
    public Recipe WithTargets(Recipe variant) => variant with
    {
        Targets = [.. variant.Targets.SelectMany(target =>
        {
            Target[] found = [.. Recipe.Targets.Where(one => one.Column == target.Name)];
            return found.Any(one => one.Word is not null || (one.IsClass && !target.IsClass)) ? found : [target];
        })],
    };

    /// <summary>Folds within the training rows of a fold, dealt in the same way.</summary>
    /// <param name="fold">Number of the fold.</param>
    public IEnumerable<Fold> Inner(int fold)
    {
        ImmutableArray<int> rows = Folds[fold].Train;
        uint seed = (uint)Seeds.For("inner folds").For(fold).Root;
        return Deal(Recipe, [.. rows.Select(row => Materials[row])], Settings.InnerFolds, seed)
            .Select(inner => new Fold([.. inner.Train.Select(i => rows[i])], [.. inner.Test.Select(i => rows[i])]));
    }

    /// <summary>Sets a part of the training rows of a fold aside to judge epochs by and to calibrate intervals on; where folds are grouped, so is this part.</summary>
    public (IReadOnlyList<Material> Train, IReadOnlyList<Material> Validation) SetAside(Fold fold, Seeds seeds)
    {
        Material[] rows = [.. fold.Train.Select(row => Materials[row])];
        var fractions = new SplitFractions(Recipe.Split.Validation, test: 0);
        Split split = Settings.By switch
        {
            "formula" => Split.ByFormula(rows, fractions, seeds),
            "chemsys" => Split.ByChemicalSystem(rows, fractions, seeds),
            _ => Split.Random(rows.Length, fractions, seeds),
        };
        return ([.. split.Train.Select(row => rows[row])], [.. split.Validation.Select(row => rows[row])]);
    }

    /// <summary>Writes the fold of every row as a table.</summary>
    public void WriteFolds(string path)
    {
        var foldOf = new int[Materials.Count];
        for (int fold = 0; fold < Folds.Length; fold++)
            foreach (int row in Folds[fold].Test) foldOf[row] = fold;
        using TableWriter table = TableWriter.Create(path, Columns);
        for (int row = 0; row < foldOf.Length; row++)
            table.Write(row, Materials[row].Id, FormulaOf(Materials[row]), foldOf[row]);
        table.Commit();
    }

    /// <summary>The formula as the data write it, else that of the composition.</summary>
    public static string FormulaOf(Material material) => material.Properties.GetValueOrDefault("formula") ?? material.Composition.Formula;

    private static CrossValidationRecipe SettingsOf(Recipe recipe) => recipe.Crossval ?? new CrossValidationRecipe();

    private static ImmutableArray<Fold> Deal(Recipe recipe, IReadOnlyList<Material> rows, int folds, uint seed)
    {
        CrossValidationRecipe settings = SettingsOf(recipe);
        return settings.By switch
        {
            "random" => Data.Splits.Folds.Random(rows.Count, folds, seed),
            "class" => Data.Splits.Folds.Stratified(Classes(recipe, rows), folds, seed),
            "formula" => Data.Splits.Folds.ByFormula(rows, folds, seed),
            "chemsys" => Data.Splits.Folds.ByChemicalSystem(rows, folds, seed),
            "column" => Data.Splits.Folds.ByColumn(rows, settings.Column),
            _ => throw new InputException($"The recipe deals the folds by '{settings.By}'; use {string.Join(", ", CrossValidationRecipe.Ways)}.{Suggestion.Ask(settings.By, CrossValidationRecipe.Ways)}"),
        };
    }

    private static string[] Classes(Recipe recipe, IReadOnlyList<Material> rows)
    {
        Target target = recipe.Targets[0];
        if (!target.IsClass)
            throw new InputException($"Folds by class need a class: give the target '{target.Name}' the head 'class' (--set targets.0.head=class), or deal the folds another way.");
        return [.. rows.Select(row => TargetValues.OfMaterial(row, target) is { } value ? (value > target.Threshold ? "above" : "below") : "unknown")];
    }
}
