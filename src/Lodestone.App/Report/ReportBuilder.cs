using System.Collections.Immutable;
using System.Globalization;
using Lodestone.App.Screening;
using Lodestone.Learning;
using Lodestone.Learning.Files;

namespace Lodestone.App.Report;

/// <summary>Gathers what a report page shows of a screen.</summary>
public static class ReportBuilder
{
    /// <summary>More rows than people look at make a page slow; ranking.csv has them all.</summary>
    public const int MostRows = 2000;

    private const int MostFailures = 500;

    /// <summary>The report of a screen.</summary>
    /// <param name="result">What came out.</param>
    /// <param name="wishes">What was asked for.</param>
    /// <param name="models">The models that were used.</param>
    /// <param name="command">The command, as typed.</param>
    /// <param name="version">Version of Lodestone.</param>
    public static ReportData Build(ScreenResult result, ScreenWishes wishes, IReadOnlyList<NamedModel> models, string command, string version) => new()
    {
        Title = Title(result),
        Command = command,
        Version = version,
        Goal = new ReportGoal(result.Goal.Quantity, result.Goal.Maximize),
        Counts = new ReportCounts(result.Read, result.Ranking.Length, result.LeftOut, result.Failures.Length),
        Filters = wishes.Filters,
        Quantities = [.. result.Quantities.Select(quantity => new ReportQuantity(quantity.Name, quantity.Title, quantity.Unit, quantity.Decimals, quantity.IsProbability))],
        Conversions = result.Quantities.IndexOf(new Quantity(Quantity.MagnetizationInTesla)) is >= 0 and int tesla ? [tesla] : [],
        Antiferromagnets = result.Advice is null ? null : result.Ranking.Count(row => result.Advice.ProbablyAntiferromagnetic(row) is not null),
        Rows = [.. result.Ranking.Take(MostRows).Select((row, i) => Row(row, i + 1, result.Advice?.ProbablyAntiferromagnetic(row)))],
        Failures = [.. result.Failures.Take(MostFailures).Select(row => new ReportFailure(row.Id, row.Source, row.Failure!))],
        Models = [.. models.Select(Model)],
    };

    private static string Title(ScreenResult result)
    {
        string materials = result.Ranking.Length == 1 ? "1 material" : $"{result.Ranking.Length.ToString("N0", CultureInfo.InvariantCulture)} materials";
        return $"{materials} ranked by predicted {result.Quantities[result.Goal.Quantity].Title}";
    }

    private static ReportRow Row(PredictedRow row, int rank, double? antiferromagnetic) =>
        new(rank, row.Id, row.Formula, row.Source, [.. row.Estimates.Select(Estimate)], row.Warnings, antiferromagnetic);

    private static ReportEstimate? Estimate(Estimate? known) => known is { } estimate
        ? new ReportEstimate(estimate.Mean, estimate.Deviation, estimate.Interval?.Low, estimate.Interval?.High)
        : null;

    private static ReportModel Model(NamedModel model)
    {
        ModelDescription description = model.File.Description;
        return new ReportModel(model.Name, model.File.Fingerprint(), [.. Facts(description)], [.. description.Measurements.Select(ReportScore.Of)]);
    }

    private static IEnumerable<ImmutableArray<string>> Facts(ModelDescription description) =>
        ModelFacts.Of(description).Select(fact => ImmutableArray.Create(fact.Term, fact.Value));
}
