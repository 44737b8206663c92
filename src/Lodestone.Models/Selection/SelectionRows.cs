using System.Collections.Immutable;
using Lodestone.Data;
using Lodestone.Data.Descriptors;
using Lodestone.Data.Splits;
using Lodestone.Matter;
using Lodestone.Models.Estimators;
using Lodestone.Models.Forest;
using Lodestone.Models.Recipes;

namespace Lodestone.Models.Selection;

/// <summary>The training rows of a recipe with all descriptors of its set.</summary>
/// <param name="Materials">The rows that can be described.</param>
/// <param name="Labels">Their descriptors and values.</param>
/// <param name="Descriptors">The columns.</param>
/// <param name="KeptAside">Number of validation and test rows, which take no part.</param>
/// <param name="Failures">Number of rows that could not be read or described.</param>
/// <param name="Sha256">Digest of the data.</param>
internal sealed record SelectionRows(
    IReadOnlyList<Material> Materials, LabelledRows Labels, IReadOnlyList<Descriptor> Descriptors, int KeptAside, int Failures, string Sha256)
{
    /// <summary>Reads and describes the training rows.</summary>
    /// <exception cref="InputException">The source cannot be opened, or has no row to learn from.</exception>
    public static SelectionRows Read(Recipe recipe, ForestOptions options, IProgress<string>? messages, CancellationToken cancellation)
    {
        RecipeData data = RecipeData.Read(recipe, cancellation);
        if (data.Labelled.Targets.Count != 1) throw new InputException($"The target '{recipe.Targets[0].Name}' holds words, and descriptors are selected for a number or a class of 0 and 1; give a column that says 1 for one of the words.");
        foreach (string line in data.Labelled.Account.Lines()) messages?.Report(line);
        DescriptorSet set = DescriptorCatalog.Get(options.Descriptors);
        var (features, failures) = new DescriptorReader(set, [], options.SignificantDigits).Read(data.Train, cancellation);
        foreach (string line in ReasonTally.Of(data.Train, failures).Lines()) messages?.Report($"Left out: {line}");
        LabelledRows labels = LabelledRows.Of(features, failures, data.Train, data.Labelled.Targets);
        return new SelectionRows(
            [.. data.Train.Where((_, row) => failures[row] is null)],
            labels,
            set.Descriptors,
            data.Validation.Count + data.Test.Count,
            data.Labelled.Account.Unreadable.Count + data.Train.Count - labels.Count,
            data.Sha256);
    }

    /// <summary>Deals the rows into folds; no reduced formula is in two.</summary>
    /// <exception cref="InputException">There are fewer formulas than folds.</exception>
    public ImmutableArray<Fold> Deal(int folds, Seeds seeds) => Folds.ByFormula(Materials, folds, (uint)seeds.For("folds").Root);

    /// <summary>The same rows with some of the columns.</summary>
    public LabelledRows Part(IReadOnlyList<int> columns) =>
        Labels with { Features = Labels.Features.Part([.. Enumerable.Range(0, Labels.Count)], columns) };
}
