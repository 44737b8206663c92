using System.CommandLine;
using Lodestone.App.Evaluation;
using Lodestone.App.Output;
using Lodestone.Matter;
using Lodestone.Models.CrossValidation;
using Lodestone.Models.Recipes;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone crossval</c>: measures an architecture by cross-validation.</summary>
internal static class CrossvalCommand
{
    private static readonly Argument<string> Source = CommandParts.Source(
        "A recipe (.yaml) that says everything; or materials with a column for each target, with --target and --arch.");
    private static readonly Option<string?> Target = new("--target")
    {
        Description = "What to learn; several targets are joined by commas.",
        HelpName = "T[,T2…]",
    };
    private static readonly Option<string?> Arch = new("--arch")
    {
        Description = "The architecture (see 'lodestone model arch').",
        HelpName = "NAME",
    };
    private static readonly Option<int?> Folds = CommandParts.WholeNumber("--folds", "Number of folds (5).", minimum: 2);
    private static readonly Option<string?> Group = CommandParts.Choice(
        "--group", "What is never in two folds: a reduced formula or a chemical system (nothing).", "formula", "chemsys");
    private static readonly Option<string[]> Set = CommandParts.Settings("Replace a setting of the recipe, such as training.epochs=50; may be given several times.");
    private static readonly Option<ulong?> Seed = CommandParts.Seed();
    private static readonly Option<bool> Resume = CommandParts.Resume();
    private static readonly Option<bool> Force = CommandParts.Force("Replace what an earlier run left in the folder.");
    private static readonly Option<string?> Output = CommandParts.Output("DIR", "The folder for folds, predictions and summary (named after the recipe or the target).");

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("crossval", "Measures an architecture: each part of the data is predicted by a model trained on the others.")
        {
            Source, Target, Arch, Folds, Group, Set, Seed, Resume, Force, Output, CrossvalCompareCommand.Create(),
        };
        command.WithExamples(
            "lodestone crossval my-table.csv --target band_gap_eV --arch egnn --folds 5 --group formula -o network",
            "lodestone crossval my-recipe.yaml --resume");
        command.Handle(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        Recipe recipe = ReadRecipe(parse);
        string folder = parse.GetValue(Output) ?? OutputFolder.Named(recipe.Name, ".crossval");
        OutputFolder.Make(folder);
        CrossValidationSummary summary;
        try
        {
            summary = await ProgressDisplay.RunAsync(terminal, "Cross-validating", "trainings", counter => new CrossValidator(recipe, folder)
            {
                Resume = parse.GetValue(Resume),
                Force = parse.GetValue(Force),
                Encodings = UserCache.Encodings(terminal),
                Messages = new MessageProgress(terminal),
                Progress = new SeriesProgress(counter),
            }.Run(cancellation));
        }
        catch (OperationCanceledException) when (Directory.Exists(new CrossValidationFolder(folder).Run))
        {
            terminal.Say($"The finished folds are kept in {folder}; the same command with --resume goes on from there.");
            throw;
        }
        if (terminal.Json) terminal.Results.Write(summary.ToJson());
        else CrossvalTable.Write(terminal, summary);
        return Report(terminal, summary, folder);
    }

    private static int Report(Terminal terminal, CrossValidationSummary summary, string folder)
    {
        int failed = summary.Targets.Values.Sum(scores => scores.Folds.Sum(fold => fold.Failed));
        if (summary.Failures > 0) terminal.Error($"{summary.Failures} rows of {summary.Data} could not be read; 'lodestone data info' shows why.");
        if (failed > 0) terminal.Error($"{failed} predictions failed and are not part of the errors; the column 'message' of {folder}/predictions.csv says why.");
        terminal.Say($"Folds, predictions and summary are in {folder}.");
        return summary.Failures + failed == 0 ? ExitCode.Done : ExitCode.Partial;
    }

    private static Recipe ReadRecipe(ParseResult parse)
    {
        string source = parse.GetRequiredValue(Source);
        string? target = parse.GetValue(Target), arch = parse.GetValue(Arch);
        string[] settings =
        [
            .. RecipeRequest.Settings(parse, Set, Seed),
            .. RecipeRequest.Setting("crossval.folds", parse.GetValue(Folds)),
            .. parse.GetValue(Group) is { } group ? [$"crossval.by={group}"] : Array.Empty<string>(),
        ];
        if (RecipeRequest.IsRecipe(source))
        {
            if (target is not null || arch is not null)
                throw new InputException("A recipe names target and architecture itself; replace them by --set key=value, such as --set architecture=cgcnn.");
            return RecipeFile.Read(source, settings);
        }
        if (target is null || arch is null) throw new InputException("Give a recipe, or a source with --target T and --arch NAME.");
        return RecipeRequest.Make(source, target, arch, settings);
    }
}
