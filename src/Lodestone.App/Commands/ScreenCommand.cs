using System.CommandLine;
using System.Globalization;
using Lodestone.App.Output;
using Lodestone.App.Report;
using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Matter;
using Lodestone.Models;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone screen</c>: predicts every material of a source and ranks them.</summary>
internal static class ScreenCommand
{
    private const string DefaultFolder = "lodestone-screen";

    private const int DefaultTop = 20;

    /// <summary>The shipped models of a screen for which the user names none.</summary>
    private static readonly string[] DefaultModels = ["magnetization", "energy-above-hull", "formation-energy", "magnetic-order"];

    private static readonly Argument<string[]> Sources = CommandParts.Sources();
    private static readonly Option<string[]> Models = CommandParts.Models(
        required: false, $"A model; may be given several times ({string.Join(", ", DefaultModels)}).");
    private static readonly Option<string?> Maximize = new("--maximize")
    {
        Description = "Rank by this target, largest first (magnetization_uB_A3).",
        HelpName = "T",
    };
    private static readonly Option<string?> Minimize = new("--minimize")
    {
        Description = "Rank by this target, smallest first.",
        HelpName = "T",
    };
    private static readonly Option<int?> Top = CommandParts.WholeNumber(
        "--top", $"Number of rows to print ({DefaultTop}); ranking.csv has all.", minimum: 0);
    private static readonly Option<string[]> Where = new("--where")
    {
        Description = "Rank only where this holds, such as \"e_above_hull_eV_atom < 0.05\"; also T_std, T_lo and T_hi. May be given several times.",
        HelpName = "T < x",
    };
    private static readonly Option<string[]> Exclude = new("--exclude")
    {
        Description = "Leave out materials with any of these elements.",
        HelpName = "Nd,Co",
    };
    private static readonly Option<string[]> Only = new("--only")
    {
        Description = "Leave out materials with any other element.",
        HelpName = "Fe,Ni",
    };
    private static readonly Option<string?> Output = CommandParts.Output("DIR", $"The folder for ranking.csv, failures.csv and report.html ({DefaultFolder}).");

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("screen", "Ranks materials by a predicted property, with a 90 % interval on every number, and writes a report.")
        {
            Sources, Models, Maximize, Minimize, Top, Where, Exclude, Only, Output,
        };
        command.WithExamples(
            "lodestone screen examples/crystals",
            "lodestone screen my-crystals/ --only Fe,Co,Ni,Mn,Al,Si,N --where \"e_above_hull_eV_atom < 0.05\" --top 50 -o magnets");
        command.Handle(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        ScreenWishes wishes = Wishes(parse);
        using ModelShelf shelf = ModelShelf.Open(ModelNames(parse));
        var screen = new Screen(shelf.Models, wishes);
        MaterialSource source = parse.OpenSources(parse.GetRequiredValue(Sources));
        using var files = new ScreenFiles(parse.GetValue(Output) ?? DefaultFolder, screen);

        ScreenResult result = await ProgressDisplay.RunAsync(terminal, "Screening", "materials", counter =>
            screen.Run(source.Read(terminal, counter, cancellation), counter.Reach, cancellation));
        if (result.Read == 0)
            throw new InputException($"There is no material in {source.Name}; give a file, folder or table that holds some.");
        files.Write(result, ReportBuilder.Build(result, wishes, shelf.Models, CommandText.Of(parse), ProgramVersion.Text));

        int top = parse.GetValue(Top) ?? DefaultTop;
        if (terminal.Json) RankingJson.Write(terminal.Results, result, top);
        else if (result.Ranking.Length > 0) RankingTable.Write(terminal, result, top);
        return Conclude(terminal, result, files);
    }

    private static int Conclude(Terminal terminal, ScreenResult result, ScreenFiles files)
    {
        var outcome = new Outcome();
        foreach (PredictedRow row in result.Failures)
            outcome.Add(row);
        outcome.AddSucceeded(result.Ranking.Length);
        if (result.LeftOut > 0)
            terminal.Say($"{result.LeftOut.ToString("N0", CultureInfo.InvariantCulture)} materials left out by the filters.");
        int code = outcome.Report(terminal, "ranked");
        if (result.Advice is { } advice && result.Ranking.Count(row => advice.ProbablyAntiferromagnetic(row) is not null) is > 0 and int marked)
            terminal.Say($"{marked.ToString("N0", CultureInfo.InvariantCulture)} of them {(marked == 1 ? "is" : "are")} marked as {MagneticOrderAdvice.Flag}; "
                + FormattableString.Invariant($"--where \"{Quantity.NetMoment} >= {advice.EvenShare}\" leaves them out."));
        terminal.Say($"The report is {files.ReportPath}");
        return code == ExitCode.Unusable && result.LeftOut > 0 ? ExitCode.Partial : code;
    }

    private static ScreenWishes Wishes(ParseResult parse) => new()
    {
        Maximize = parse.GetValue(Maximize),
        Minimize = parse.GetValue(Minimize),
        Where = [.. parse.GetValue(Where) ?? []],
        Exclude = [.. parse.GetValue(Exclude) ?? []],
        Only = [.. parse.GetValue(Only) ?? []],
    };

    private static string[] ModelNames(ParseResult parse)
    {
        if (parse.GetValue(Models) is { Length: > 0 } named) return named;
        string[] shipped = [.. DefaultModels.Intersect(ModelCatalog.Shipped.Select(model => model.Name))];
        return shipped.Length > 0 ? shipped : throw new InputException("No model is shipped with this build; name one with -m FILE.lodestone.");
    }
}
