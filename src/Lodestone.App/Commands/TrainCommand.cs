using System.CommandLine;
using System.Diagnostics;
using Lodestone.App.Evaluation;
using Lodestone.App.Output;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Models.Recipes;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone train</c>: trains a model by a recipe, or by what the options say.</summary>
internal static class TrainCommand
{
    private static readonly Argument<string?> RecipePath = CommandParts.Argument<string?>(
        "RECIPE.yaml", "The recipe; or give --data, --target and --arch instead.", ArgumentArity.ZeroOrOne);
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The materials to learn from, with a column for each target.",
        HelpName = "SOURCE",
    };
    private static readonly Option<string?> Target = new("--target")
    {
        Description = "What to learn; several targets are joined by commas, and a name with a comma in it is put in double quotes.",
        HelpName = "T[,T2…]",
    };
    private static readonly Option<string?> Arch = new("--arch")
    {
        Description = "The architecture (see 'lodestone model arch').",
        HelpName = "NAME",
    };
    private static readonly Option<string[]> Set = CommandParts.Settings("Replace a setting of the recipe, such as training.epochs=50; may be given several times.");
    private static readonly Option<ulong?> Seed = CommandParts.Seed();
    private static readonly Option<bool> Resume = CommandParts.Resume();
    private static readonly Option<bool> Force = CommandParts.Force("Begin anew where a run could be resumed, and replace a model file.");
    private static readonly Option<string?> Output = CommandParts.Output("FILE.lodestone", "The model file to write (named after the recipe or the target).");

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("train", "Trains a model.") { RecipePath, Data, Target, Arch, Set, Seed, Resume, Force, Output, TrainSweepCommand.Create() };
        command.WithExamples(
            "lodestone train --data my-table.csv --target band_gap_eV --arch egnn --set members=4 -o my-gap.lodestone",
            "lodestone train my-recipe.yaml --resume");
        command.Handle(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        Recipe recipe = ReadRecipe(parse);
        string output = parse.GetValue(Output) ?? OutputFolder.Named(recipe.Name, ModelFile.Extension);
        var place = new TrainingPlace(output, parse.GetValue(Resume), parse.GetValue(Force));
        place.Check();
        var clock = Stopwatch.StartNew();
        TrainingOutcome outcome;
        try
        {
            outcome = await ProgressDisplay.RunAsync(terminal, "Training", "rounds", counter => new RecipeRunner(recipe)
            {
                RunFolder = place.RunFolder,
                Resume = place.Resume,
                Encodings = UserCache.Encodings(terminal),
                Messages = new MessageProgress(terminal),
                Epochs = new EpochProgress(counter),
            }.Run(cancellation));
        }
        catch (OperationCanceledException) when (Directory.Exists(place.RunFolder))
        {
            terminal.Say($"The state is kept in {place.RunFolder}; the same command with --resume goes on from there.");
            throw;
        }

        place.Save(outcome, CommandText.Of(parse));
        if (terminal.Json) terminal.WriteJson(TrainingJson.Of(outcome, place, clock.Elapsed.TotalSeconds));
        else TrainingTable.Write(terminal, outcome, clock.Elapsed.TotalSeconds);
        terminal.Say($"The model is {output}; {place.Page} shows how it did.");
        return outcome.IsWhole ? ExitCode.Done : ExitCode.Partial;
    }

    private static Recipe ReadRecipe(ParseResult parse)
    {
        string[] settings = [.. RecipeRequest.Settings(parse, Set, Seed)];
        if (parse.GetValue(RecipePath) is { } path)
        {
            if (parse.GetValue(Data) is not null || parse.GetValue(Target) is not null || parse.GetValue(Arch) is not null)
                throw new InputException("Give either a recipe or --data, --target and --arch; a setting of a recipe is replaced by --set key=value.");
            return RecipeFile.Read(path, settings);
        }
        if (parse.GetValue(Data) is not { } data || parse.GetValue(Target) is not { } target || parse.GetValue(Arch) is not { } arch)
            throw new InputException("Give a recipe, or all of --data SOURCE, --target T and --arch NAME.");
        return RecipeRequest.Make(data, target, arch, ["measure=[{name: test rows}]", .. settings]);
    }
}
