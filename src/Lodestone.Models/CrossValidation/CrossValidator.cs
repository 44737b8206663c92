using Lodestone.Data.Splits;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Models.Catalog;
using Lodestone.Models.Encodings;
using Lodestone.Models.Recipes;

namespace Lodestone.Models.CrossValidation;

/// <summary>
/// Measures a recipe by cross-validation: each fold trains a model on the other rows and predicts the held-out ones. With variants it is nested:
/// folds within the training rows choose a variant, and the held-out rows, which had no part in the choice, measure it (Stone, J. R. Stat.
/// Soc. B 36, 111, 1974; Varma and Simon, BMC Bioinformatics 7, 91, 2006).
/// </summary>
/// <param name="recipe">The recipe.</param>
/// <param name="folder">Where state and results go; it must exist.</param>
public sealed class CrossValidator(Recipe recipe, string folder)
{
    private int _finished, _trainings;

    /// <summary>Go on with the run in the folder; finished folds are not repeated.</summary>
    public bool Resume { get; init; }

    /// <summary>Replace what an earlier run left in the folder.</summary>
    public bool Force { get; init; }

    /// <summary>Where encodings of materials are kept between folds and runs; null keeps none.</summary>
    public EncodingCache? Encodings { get; init; }

    /// <summary>Told of each step of the work, in words.</summary>
    public IProgress<string>? Messages { get; init; }

    /// <summary>Told of each training and each of its rounds.</summary>
    public IProgress<SeriesReport>? Progress { get; init; }

    /// <summary>Runs the cross-validation.</summary>
    /// <exception cref="InputException">The recipe, its data or the folder cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled and can be resumed.</exception>
    public CrossValidationSummary Run(CancellationToken cancellation = default)
    {
        IReadOnlyList<Recipe> variants = VariantChoice.Of(recipe);
        foreach (Recipe one in variants.Append(recipe))
            ModelCatalog.Architecture(one.Architecture).Describe(RecipeFile.OptionsOf(one));
        var files = new CrossValidationFolder(folder);
        if (!Resume && !Force) files.RefuseToReplace();
        CrossValidationPlan plan = CrossValidationPlan.Read(recipe, Messages, cancellation);
        if (plan.Recipe.Targets.FirstOrDefault(target => target.Level == TargetLevel.Site) is { } sites)
            throw new InputException($"The target '{sites.Name}' is of sites, and 'lodestone crossval' measures values of materials; use 'lodestone train' with test rows.");
        variants = [.. variants.Select(plan.WithTargets)];
        Messages?.Report($"{plan.Materials.Count} rows in {plan.Folds.Length} folds.");

        string text = RecipeFile.Write(recipe with { Folder = "" });
        if (files.Begin(plan, text, Resume) is { } before)
        {
            Messages?.Report($"The run in {folder} was finished before.");
            return before;
        }

        _finished = 0;
        _trainings = plan.Folds.Length * (1 + variants.Count * (variants.Count == 0 ? 0 : plan.Inner(0).Count()));
        var training = new FoldTraining(plan, files.Run, plan.DataSha256 + text) { Encodings = Encodings, Messages = Messages };
        var rows = new List<HeldOutEstimate>();
        var chosen = new List<int>();
        for (int fold = 0; fold < plan.Folds.Length; fold++)
        {
            if (variants.Count > 0) chosen.Add(Choose(plan, training, variants, fold, cancellation));
            Recipe best = variants.Count > 0 ? variants[chosen[fold]] : plan.Recipe;
            rows.AddRange(Train(training, $"fold{fold}", best, plan.Folds[fold], fold, cancellation));
        }
        HeldOutEstimate[] ordered = [.. rows.OrderBy(row => row.Row)];
        return files.End(ordered, (folds, recipeDigest, predictions) => Summarize(plan, ordered, chosen, folds, recipeDigest, predictions));
    }

    private int Choose(CrossValidationPlan plan, FoldTraining training, IReadOnlyList<Recipe> variants, int fold, CancellationToken cancellation)
    {
        Fold[] inner = [.. plan.Inner(fold)];
        double[] badness = [.. variants.Select((variant, v) => VariantChoice.Badness(plan, fold,
            [.. inner.SelectMany((part, i) => Train(training, $"fold{fold}-variant{v}-inner{i}", variant, part, i, cancellation))]))];
        int best = Array.IndexOf(badness, badness.Min());
        Messages?.Report($"Fold {fold}: the inner folds choose variant {best} ({string.Join(", ", recipe.Variants[best])}).");
        return best;
    }

    private IReadOnlyList<HeldOutEstimate> Train(FoldTraining training, string name, Recipe what, Fold fold, int number, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Progress?.Report(new SeriesReport(_finished, _trainings, name, null));
        IProgress<MemberReport>? epochs = Progress is null ? null : new Epochs(member => Progress.Report(new SeriesReport(_finished, _trainings, name, member)));
        IReadOnlyList<HeldOutEstimate> rows = training.Run(name, what, fold, number, epochs, cancellation);
        _finished++;
        return rows;
    }

    private CrossValidationSummary Summarize(
        CrossValidationPlan plan, IReadOnlyList<HeldOutEstimate> rows, IReadOnlyList<int> chosen, string folds, string recipeDigest, string predictions) => new()
        {
            Name = recipe.Name,
            Architecture = recipe.Architecture,
            Data = recipe.Data,
            Rows = plan.Materials.Count,
            Failures = plan.Account.Unreadable.Count,
            By = plan.Settings.By,
            Seed = recipe.Seed,
            DataSha256 = plan.DataSha256,
            FoldsSha256 = folds,
            RecipeSha256 = recipeDigest,
            PredictionsSha256 = predictions,
            LodestoneVersion = typeof(CrossValidator).Assembly.GetName().Version?.ToString(3),
            Targets = plan.Recipe.Targets.ToDictionary(target => target.Name, target => TargetScores.Of(target, plan, rows, chosen)),
        };

    private sealed class Epochs(Action<MemberReport> report) : IProgress<MemberReport>
    {
        public void Report(MemberReport value) => report(value);
    }
}
