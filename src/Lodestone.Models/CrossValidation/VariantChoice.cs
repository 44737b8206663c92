using Lodestone.Learning;
using Lodestone.Models.Recipes;

namespace Lodestone.Models.CrossValidation;

/// <summary>The variants of a recipe, and which of them does best on inner folds.</summary>
internal static class VariantChoice
{
    /// <summary>The recipes that the variants of a recipe make; none where there are none.</summary>
    /// <exception cref="Matter.InputException">A variant changes what is measured, not how it is learned.</exception>
    public static IReadOnlyList<Recipe> Of(Recipe recipe)
    {
        string measured = Measured(recipe with { Variants = [] });
        IReadOnlyList<Recipe> variants = RecipeVariants.Of(recipe);
        foreach (var (index, variant) in variants.Index())
            if (Measured(variant) != measured)
                throw new Matter.InputException($"{RecipeVariants.Name(index)} ({string.Join(", ", recipe.Variants[index])}) changes data, targets, folds or seed; it may change only how a model is made.");
        return variants;
    }

    /// <summary>
    /// How bad predictions are, without a unit: the mean absolute error over that of the median predictor, for a class the log loss over that of
    /// the prevalence; the mean over targets.
    /// </summary>
    public static double Badness(CrossValidationPlan plan, int fold, IReadOnlyList<HeldOutEstimate> held) =>
        plan.Recipe.Targets.Average(target => Badness(target, TargetScores.TrainingValues(target, plan, plan.Folds[fold]), held));

    private static double Badness(Target target, IReadOnlyList<double> training, IReadOnlyList<HeldOutEstimate> held)
    {
        FoldScores scores = TargetScores.Measure(target, 0, training, [.. held.Where(row => row.Target == target.Name && row.Truth is not null)]);
        var (error, baseline) = target.IsClass ? ("log_loss", "prevalence_log_loss") : ("mae", "median_predictor_mae");
        double unit = scores.Metrics[baseline] is > 0 and { } positive ? positive : 1;
        return scores.Metrics[error] / unit ?? double.PositiveInfinity;
    }

    private static string Measured(Recipe recipe) => RecipeFile.Write(recipe with
    {
        Architecture = "",
        Options = new Dictionary<string, object?>(),
        Training = new(),
        Members = 1,
        StartFrom = null,
        Targets = [.. recipe.Targets.Select(target => new Target(target.Name) { Threshold = target.Threshold, Head = target.IsClass ? target.Head : "" })],
    });
}
