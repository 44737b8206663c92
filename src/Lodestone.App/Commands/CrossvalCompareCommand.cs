using System.CommandLine;
using Lodestone.App.Evaluation;
using Lodestone.App.Output;
using Lodestone.Data;
using Lodestone.Models.CrossValidation;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone crossval compare</c>: whether two models differ, by their cross-validations over the same folds.</summary>
internal static class CrossvalCompareCommand
{
    private static readonly Argument<string> First = CommandParts.Argument<string>("DIR1", "The folder of a finished cross-validation.");
    private static readonly Argument<string> Second = CommandParts.Argument<string>("DIR2", "Another, over the same folds of the same data.");
    private static readonly Option<ulong?> Seed = CommandParts.Seed();

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("compare", "Tests whether the errors of two cross-validations over the same folds differ, by fold and by row.") { First, Second, Seed };
        command.WithExamples(
            "lodestone crossval compare forest network",
            "lodestone crossval compare forest network --json");
        command.Handle(Run);
        return command;
    }

    private static void Run(ParseResult parse, Terminal terminal)
    {
        string first = parse.GetRequiredValue(First), second = parse.GetRequiredValue(Second);
        IReadOnlyList<RunComparison> comparisons = RunComparison.Of(
            new CrossValidationFolder(first), new CrossValidationFolder(second), new Seeds(parse.GetValue(Seed) ?? 0).For("compare"));
        if (terminal.Json) terminal.WriteJson(new { first, second, comparisons = comparisons.Select(Json) });
        else ComparisonTable.Write(terminal, first, second, comparisons);
    }

    private static object Json(RunComparison comparison) => new
    {
        target = comparison.Target,
        measure = comparison.Measure,
        first = comparison.First,
        second = comparison.Second,
        by_fold = new { n = comparison.ByFold.Folds, difference = comparison.ByFold.Mean, low = comparison.ByFold.Low, high = comparison.ByFold.High, p = comparison.ByFold.PValue },
        by_row = comparison.ByRow is not { } rows ? null : new { n = rows.Rows, difference = rows.Mean, low = rows.Low, high = rows.High, p = rows.PValue },
    };
}
