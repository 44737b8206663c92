using System.Collections.Immutable;
using System.Text.Json;
using Lodestone.Data;
using Lodestone.Matter;
using Lodestone.Models.Catalog;
using Lodestone.Models.Forest;
using Lodestone.Models.Recipes;

namespace Lodestone.Models.Selection;

/// <summary>
/// Selects descriptors for the forest of a recipe, by a search over subsets that is judged by cross-validation within the training rows.
/// Validation and test rows are never seen.
/// </summary>
/// <param name="recipe">The recipe; its architecture is <c>forest</c> and it has one target.</param>
/// <param name="request">How to search.</param>
/// <param name="folder">Where state and results go; it must exist.</param>
public sealed class DescriptorSelection(Recipe recipe, SelectionRequest request, string folder)
{
    private const string Forest = "forest";
    private readonly SelectionFolder _folder = new(folder);

    /// <summary>Go on with the search in the folder.</summary>
    public bool Resume { get; init; }

    /// <summary>Replace what an earlier search left in the folder.</summary>
    public bool Force { get; init; }

    /// <summary>Told of each step of the work, in words.</summary>
    public IProgress<string>? Messages { get; init; }

    /// <summary>Told of each subset.</summary>
    public IProgress<SelectionState>? Progress { get; init; }

    /// <summary>Selects.</summary>
    /// <exception cref="InputException">The recipe, its data, the request or the folder cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled and can be resumed.</exception>
    public SelectionSummary Run(CancellationToken cancellation = default)
    {
        request.Check();
        if (!Resume && !Force && File.Exists(_folder.State))
            throw new InputException($"A search is kept in {folder}: go on with it by --resume, or begin anew by --force.");
        ForestOptions options = OptionsOf(recipe);
        SelectionRows rows = SelectionRows.Read(recipe, options, Messages, cancellation);
        ImmutableArray<int> candidates = CorrelationFilter.Keep(rows.Labels.Features, request.Correlation);
        Messages?.Report($"{recipe.Data}: {rows.Labels.Count} training rows, {rows.KeptAside} others never looked at; {candidates.Length} of {rows.Descriptors.Count} descriptors to choose from.");

        var seeds = new Seeds(request.Search.Seed).For("descriptor selection");
        var forest = new FoldedForest(rows.Part(candidates), rows.Deal(request.Folds, seeds), options with { Trees = request.Trees }, seeds);
        if (!Resume) _folder.Clear();
        SelectionState state = StochasticSelection.Run(
            candidates.Length, request.Search, columns => forest.Error(columns, cancellation), Identity(rows), _folder.State, Progress, cancellation);

        Messages?.Report($"Ranking the {state.Best.Length} selected descriptors.");
        ImmutableArray<RankedColumn> ranking = forest.Rank(state.Best, cancellation: cancellation);
        SelectionSummary summary = Summarize(rows, forest, state, ranking, candidates, cancellation);
        _folder.Write(recipe, summary, state, rows.Descriptors);
        return summary;
    }

    private static ForestOptions OptionsOf(Recipe recipe)
    {
        if (recipe.Architecture != Forest)
            throw new InputException($"Descriptors are selected with a forest, and the recipe has the architecture '{recipe.Architecture}'; give --set architecture=forest, and use the list with any architecture that reads descriptors.");
        if (recipe.Targets.Count + recipe.Auxiliary.Count != 1)
            throw new InputException($"Descriptors are selected for one target, and the recipe has {recipe.Targets.Count + recipe.Auxiliary.Count}; name one with --target.");
        var options = OptionSet.Parse<ForestOptions>(RecipeFile.OptionsOf(recipe), Forest);
        options.Check();
        return options;
    }

    private string Identity(SelectionRows rows) => DataDigest.OfText(string.Join(
        '\n', rows.Sha256, JsonSerializer.Serialize(request with { Search = new() }), RecipeFile.Write(recipe with { Folder = "" })));

    private SelectionSummary Summarize(
        SelectionRows rows, FoldedForest forest, SelectionState state, ImmutableArray<RankedColumn> ranking, ImmutableArray<int> candidates, CancellationToken cancellation) => new()
        {
            Target = recipe.Targets[0].Name,
            Measure = rows.Labels.Targets[0].IsClass ? "brier" : "mae",
            Data = recipe.Data,
            DataSha256 = rows.Sha256,
            Rows = rows.Labels.Count,
            KeptAside = rows.KeptAside,
            Failures = rows.Failures,
            Descriptors = OptionsOf(recipe).Descriptors,
            Candidates = candidates.Length,
            Subsets = state.Steps.Length,
            Error = state.BestError,
            ErrorOfAll = forest.Error([.. Enumerable.Range(0, candidates.Length)], cancellation),
            ErrorOfConstant = forest.ConstantError(),
            Request = request,
            LodestoneVersion = typeof(DescriptorSelection).Assembly.GetName().Version?.ToString(3),
            Selected = [.. ranking.Select(ranked => new SelectedDescriptor(rows.Descriptors[candidates[ranked.Column]].Name, ranked.Importance))],
            BySize = [.. Sizes(ranking.Length).Select(size => new SizedError(size, forest.Error([.. ranking.Take(size).Select(ranked => ranked.Column).Order()], cancellation)))],
        };

    private static IEnumerable<int> Sizes(int largest) => new[] { 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200 }.Where(size => size < largest).Append(largest);
}
