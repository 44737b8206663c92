using System.Diagnostics;
using Lodestone.Data;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Models.Catalog;
using Lodestone.Models.Encodings;
using Lodestone.Models.Recipes;

namespace Lodestone.Models.Sweeps;

/// <summary>
/// Trains every variant of a recipe with every seed and measures each on the rows that the recipe measures, to see what a choice changes beside
/// what chance does. The seeds are 1, 2, …; a variant names itself by the setting <c>name=…</c>, and may change anything.
/// </summary>
/// <param name="recipe">The recipe with its variants; without any, the recipe itself is trained.</param>
/// <param name="folder">Where models, logs and <c>runs.csv</c> go; it must exist. Runs that are finished there are not repeated, an interrupted
/// one goes on.</param>
public sealed class Sweep(Recipe recipe, string folder)
{
    /// <summary>Number of seeds.</summary>
    public int Seeds { get; init; } = 3;

    /// <summary>Only these variants; all where it is empty.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Where encodings of materials are kept between trainings; null keeps none.</summary>
    public EncodingCache? Encodings { get; init; }

    /// <summary>Told of each step of the work, in words.</summary>
    public IProgress<string>? Messages { get; init; }

    /// <summary>Told of each training and each of its rounds.</summary>
    public IProgress<SeriesReport>? Progress { get; init; }

    /// <summary>False where entries, cells or rows of the data were left out in a run of this call.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Trains what is not there yet.</summary>
    /// <returns>The runs, variant by variant; those of an earlier call among them.</returns>
    /// <exception cref="InputException">The recipe, its data or what is in the folder cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled; the same call goes on with it.</exception>
    public IReadOnlyList<SweepRun> Run(CancellationToken cancellation = default)
    {
        if (recipe.Measure.Count == 0)
            throw new InputException("The recipe measures nothing, so that its variants cannot be compared; add 'measure: [{ name: test rows }]'.");
        Recipe[] variants = [.. Variants().Where(variant => Only.Count == 0 || Only.Contains(variant.Name))];
        if (Only.Except(variants.Select(variant => variant.Name)).FirstOrDefault() is { } unknown)
            throw new InputException($"The recipe has no variant '{unknown}'; it has {string.Join(", ", Variants().Select(variant => variant.Name))}.");
        foreach (Recipe variant in variants)
            ModelCatalog.Architecture(variant.Architecture).Describe(RecipeFile.OptionsOf(variant));

        var runs = new List<SweepRun>();
        for (ulong seed = 1; seed <= (ulong)Seeds; seed++)
            foreach (Recipe variant in variants)
            {
                runs.Add(Run(variant with { Seed = seed }, runs.Count, variants.Length * Seeds, cancellation));
                SweepTable.Write(Path.Combine(folder, "runs.csv"), runs);
            }
        return [.. runs.OrderBy(run => Array.FindIndex(variants, variant => variant.Name == run.Variant))];
    }

    private IReadOnlyList<Recipe> Variants()
    {
        if (recipe.Variants.Count == 0) return [recipe];
        IReadOnlyList<Recipe> variants = RecipeVariants.Of(recipe);
        if (variants.GroupBy(variant => variant.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InputException($"Two variants of the recipe have the name '{twice.Key}'; give each its own, such as [name=wide, hidden=256].");
        return variants;
    }

    private SweepRun Run(Recipe variant, int finished, int runs, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        string name = $"{variant.Name}-seed{variant.Seed}";
        string file = Path.Combine(folder, name);
        string identity = DataDigest.OfText(RecipeFile.Write(variant with { Folder = "" }) + RecipeData.Digest(variant));
        if (SweepTable.ReadRun($"{file}.json") is { } before)
            return before.Identity == identity ? before
                : throw new InputException($"{file}.json comes from another recipe or other data; name another folder with -o, or delete it.");

        string state = $"{file}.run";
        Progress?.Report(new SeriesReport(finished, runs, name, null));
        var log = new SweepLog($"{file}.csv", Progress is null ? null : new Rounds(member => Progress.Report(new SeriesReport(finished, runs, name, member))));
        var clock = Stopwatch.StartNew();
        TrainingOutcome outcome = new RecipeRunner(variant)
        {
            RunFolder = state,
            Resume = Directory.Exists(state),
            Encodings = Encodings,
            Messages = Messages,
            Epochs = log,
        }.Run(cancellation);
        IsWhole &= outcome.IsWhole;
        ModelFile model = outcome.File;
        model.Save(file + ModelFile.Extension);
        var epochs = log.Summarize();
        var run = new SweepRun
        {
            Variant = variant.Name,
            Seed = variant.Seed,
            Parameters = ModelCatalog.Architecture(variant.Architecture).CountParameters(RecipeFile.OptionsOf(variant)),
            TrainingRows = model.Description.Training!.TrainingRows ?? 0,
            Epochs = model.Description.Training.Epochs,
            BestEpoch = epochs?.BestEpoch,
            Seconds = epochs?.Seconds ?? clock.Elapsed.TotalSeconds,
            Identity = identity,
            Measurements = model.Description.Measurements,
        };
        SweepTable.WriteRun($"{file}.json", run);
        if (Directory.Exists(state)) Directory.Delete(state, recursive: true);
        return run;
    }

    private sealed class Rounds(Action<MemberReport> report) : IProgress<MemberReport>
    {
        public void Report(MemberReport value) => report(value);
    }
}
