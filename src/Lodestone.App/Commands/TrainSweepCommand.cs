using System.CommandLine;
using Lodestone.App.Evaluation;
using Lodestone.App.Output;
using Lodestone.Models.Recipes;
using Lodestone.Models.Sweeps;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone train sweep</c>: trains the variants of a recipe with several seeds and compares their errors.</summary>
internal static class TrainSweepCommand
{
    private static readonly Argument<string> RecipePath = CommandParts.Argument<string>("RECIPE.yaml", "The recipe with its variants.");
    private static readonly Option<int?> Seeds = CommandParts.WholeNumber("--seeds", "Number of seeds (3).", minimum: 1);
    private static readonly Option<string[]> Only = new("--only") { Description = "Train this variant only; may be given several times.", HelpName = "NAME" };
    private static readonly Option<string[]> Set = CommandParts.Settings("Replace a setting of the recipe in all variants; may be given several times.");
    private static readonly Option<string?> Output = CommandParts.Output("DIR", "The folder for models, logs and runs.csv (named after the recipe).");

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("sweep", "Trains every variant of a recipe with several seeds and compares their errors; the same command goes on where it was stopped.")
        {
            RecipePath, Seeds, Only, Set, Output,
        };
        command.WithExamples(
            "lodestone train sweep my-recipe.yaml",
            "lodestone train sweep my-recipe.yaml --seeds 5 --only egnn -o networks");
        command.Handle(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        Recipe recipe = RecipeFile.Read(parse.GetRequiredValue(RecipePath), RecipeRequest.Settings(parse, Set));
        string folder = parse.GetValue(Output) ?? OutputFolder.Named(recipe.Name, ".sweep");
        OutputFolder.Make(folder);
        IReadOnlyList<SweepRun> runs;
        Sweep? sweep = null;
        try
        {
            runs = await ProgressDisplay.RunAsync(terminal, "Training", "trainings", counter => (sweep = new Sweep(recipe, folder)
            {
                Seeds = parse.GetValue(Seeds) ?? 3,
                Only = parse.GetValue(Only) ?? [],
                Encodings = UserCache.Encodings(terminal),
                Messages = new MessageProgress(terminal),
                Progress = new SeriesProgress(counter),
            }).Run(cancellation));
        }
        catch (OperationCanceledException)
        {
            terminal.Say($"The finished runs are kept in {folder}; the same command goes on from there.");
            throw;
        }

        IReadOnlyList<SweepSummary> variants = SweepSummary.Of(runs);
        if (terminal.Json) terminal.WriteJson(new { recipe = recipe.Name, variants = variants.Select(Json) });
        else SweepSummaryTable.Write(terminal, variants);
        terminal.Say($"Models, logs and runs.csv are in {folder}.");
        return sweep is { IsWhole: false } ? ExitCode.Partial : ExitCode.Done;
    }

    private static object Json(SweepSummary variant) => new
    {
        variant = variant.Variant,
        parameters = variant.Parameters,
        runs = variant.Runs,
        epochs = variant.Epochs,
        best_epoch = variant.BestEpoch,
        seconds = variant.Seconds,
        errors = variant.Errors.Select(error => new
        {
            rows = error.Rows,
            target = error.Target,
            measure = error.Measure,
            mean = error.Mean,
            deviation = error.Deviation,
            baseline = error.Baseline,
        }),
    };
}
