using System.CommandLine;
using Lodestone.App.Evaluation;
using Lodestone.App.Output;
using Lodestone.Matter;
using Lodestone.Models.Recipes;
using Lodestone.Models.Selection;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone data select</c>: selects the descriptors that a forest needs.</summary>
internal static class DataSelectCommand
{
    private const int UsualSize = 100, UsualSteps = 300;
    private static readonly Argument<string> Source = CommandParts.Source(
        "A recipe (.yaml) of a forest; or materials with a column for the target, with --target.");
    private static readonly Option<string?> Target = new("--target") { Description = "What to learn.", HelpName = "T" };
    private static readonly Option<string?> Descriptors = new("--descriptors")
    {
        Description = "The set to select from; several are joined by '+' (composition, or the recipe's).",
        HelpName = "SET",
    };
    private static readonly Option<string?> SplitBy = CommandParts.Choice(
        "--split", "How training rows are told from the others, as for 'train' (formula, or the recipe's).", "formula", "chemsys", "random", "column");
    private static readonly Option<int?> Size = CommandParts.WholeNumber("--size", "Most descriptors to select (100).", minimum: 1);
    private static readonly Option<int?> Steps = CommandParts.WholeNumber("--steps", "Most subsets to try after the first (300).", minimum: 0);
    private static readonly Option<int?> Patience = CommandParts.WholeNumber("--patience", "End after so many subsets without a better one (all steps).", minimum: 1);
    private static readonly Option<int?> Folds = CommandParts.WholeNumber("--folds", "Folds of the cross-validation within the training rows (5).", minimum: 2);
    private static readonly Option<int?> Trees = CommandParts.WholeNumber("--trees", "Trees of the forests that judge a subset (30).", minimum: 1);
    private static readonly Option<double?> Temperature = CommandParts.Number(
        "--temperature", "T", "A worse subset is accepted with exp(−rise of the error/T); 0 accepts none (0).");
    private static readonly Option<double?> Correlation = CommandParts.Number(
        "--correlation", "R", "Leave out the later of two descriptors whose correlation is larger in size (none is left out).");
    private static readonly Option<string[]> Set = CommandParts.Settings("Replace a setting of the recipe, such as max_features=0.5; may be given several times.");
    private static readonly Option<ulong?> Seed = CommandParts.Seed();
    private static readonly Option<bool> Resume = CommandParts.Flag("--resume", "Go on with the search in DIR, after an interruption or with more steps.");
    private static readonly Option<bool> Force = CommandParts.Force("Replace what an earlier search left in the folder.");
    private static readonly Option<string?> Output = CommandParts.Output("DIR", "The folder for the results (named after the recipe or the target).");

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("select", "Selects descriptors by a stochastic search, judged by a forest within the training rows.")
        {
            Source, Target, Descriptors, SplitBy, Size, Steps, Patience, Folds, Trees, Temperature, Correlation, Set, Seed, Resume, Force, Output,
        };
        command.WithExamples(
            "lodestone data select my-table.csv --target band_gap_eV --size 50 -o selection",
            "lodestone data select my-recipe.yaml --steps 600 --resume");
        command.Handle(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        Recipe recipe = ReadRecipe(parse);
        SelectionRequest request = ReadRequest(parse, recipe.Seed);
        string folder = parse.GetValue(Output) ?? OutputFolder.Named(recipe.Name, ".selection");
        OutputFolder.Make(folder);
        SelectionSummary summary;
        try
        {
            summary = await ProgressDisplay.RunAsync(terminal, "Selecting", "subsets", counter => new DescriptorSelection(recipe, request, folder)
            {
                Resume = parse.GetValue(Resume),
                Force = parse.GetValue(Force),
                Messages = new MessageProgress(terminal),
                Progress = new SelectionProgress(counter),
            }.Run(cancellation));
        }
        catch (OperationCanceledException)
        {
            terminal.Say($"The state is kept in {folder}; the same command with --resume goes on from there.");
            throw;
        }

        if (terminal.Json) terminal.Results.Write(summary.ToJson());
        else SelectionTable.Write(terminal, summary);
        if (summary.Failures > 0) terminal.Error($"{summary.Failures} rows of {summary.Data} could not be read or described; 'lodestone data convert --descriptors' shows why.");
        terminal.Say($"Train with the selected descriptors: lodestone train {Path.Combine(folder, "recipe.yaml")}");
        return summary.Failures == 0 ? ExitCode.Done : ExitCode.Partial;
    }

    private static SelectionRequest ReadRequest(ParseResult parse, ulong seed)
    {
        int size = parse.GetValue(Size) ?? UsualSize, steps = parse.GetValue(Steps) ?? UsualSteps;
        var usual = new SelectionRequest();
        return usual with
        {
            Search = new SelectionOptions
            {
                Start = size,
                Largest = size,
                Proposals = steps,
                Patience = parse.GetValue(Patience) ?? Math.Max(steps, 1),
                Temperature = parse.GetValue(Temperature) ?? 0,
                Seed = seed,
            },
            Folds = parse.GetValue(Folds) ?? usual.Folds,
            Trees = parse.GetValue(Trees) ?? usual.Trees,
            Correlation = parse.GetValue(Correlation),
        };
    }

    private static Recipe ReadRecipe(ParseResult parse)
    {
        string source = parse.GetRequiredValue(Source);
        string? target = parse.GetValue(Target);
        string[] settings =
        [
            .. RecipeRequest.Settings(parse, Set, Seed),
            .. parse.GetValue(Descriptors) is { } set ? [$"options.descriptors={set}"] : Array.Empty<string>(),
            .. parse.GetValue(SplitBy) is { } split ? [$"split.by={split}"] : Array.Empty<string>(),
        ];
        if (RecipeRequest.IsRecipe(source))
        {
            if (target is not null) throw new InputException("A recipe names its target itself; replace it by --set targets.0.name=T.");
            return RecipeFile.Read(source, settings);
        }

        if (target is null) throw new InputException("Give a recipe, or a source with --target T.");
        return RecipeRequest.Make(source, target, "forest", settings);
    }
}
