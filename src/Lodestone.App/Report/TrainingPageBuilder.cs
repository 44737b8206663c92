using System.Collections.Immutable;
using System.Globalization;
using Lodestone.App.Screening;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Models.Recipes;
using MathNet.Numerics.Distributions;

namespace Lodestone.App.Report;

/// <summary>Gathers what the page of a training shows.</summary>
public static class TrainingPageBuilder
{
    private const int MostPoints = 3000;
    private const int WorstShown = 15;
    private const int ClassBins = 10;
    private const double Interval = 0.9;

    /// <summary>The page of a training.</summary>
    /// <param name="outcome">What came out.</param>
    /// <param name="command">The command, as typed.</param>
    public static TrainingPageData Build(TrainingOutcome outcome, string command)
    {
        ModelDescription description = outcome.File.Description;
        return new TrainingPageData
        {
            Title = $"The model {description.Name}",
            Summary = Summary(outcome),
            Command = command,
            Tiles = [.. Tiles(outcome)],
            Account = [.. outcome.Data.Lines(), .. outcome.Taken.Lines(description.Architecture, outcome.TestRows)],
            Facts = [.. ModelFacts.Of(description).Select(fact => ImmutableArray.Create(fact.Term, fact.Value))],
            Members = [.. outcome.Histories.Select(history => history.Select(Epoch).ToImmutableArray())],
            Scores = [.. MeasuredRows.Measure(outcome.Measured).Select(ReportScore.Of)],
            Sets = [.. outcome.Measured.Select(Rows)],
        };
    }

    private static string Summary(TrainingOutcome outcome)
    {
        ModelDescription description = outcome.File.Description;
        string members = description.Members > 1 ? string.Create(CultureInfo.InvariantCulture, $", {description.Members} members,") : "";
        string targets = string.Join(", ", description.Targets.Select(target => new Quantity(target.Target.Column).Title).Distinct());
        return string.Create(CultureInfo.InvariantCulture, $"{description.Architecture}{members} learned {targets} from {outcome.Taken.Train:N0} rows.");
    }

    private static IEnumerable<PageTile> Tiles(TrainingOutcome outcome)
    {
        if (outcome.Measured.Count > 0)
        {
            Measurement[] all = [.. MeasuredRows.Measure(outcome.Measured)];
            Measurement measured = all.FirstOrDefault(one => one.Data != all[0].Data) ?? all[0];
            var quantity = new Quantity(measured.Target);
            if (measured.Regression is { } errors)
            {
                yield return new PageTile("Mean absolute error", $"{Number(errors.MeanAbsoluteError)} {quantity.Unit}", $"{measured.Data}; the median has {Number(errors.MedianPredictorError)}");
                if (errors.Coverage is { } coverage) yield return new PageTile("In the 90 % interval", Percent(coverage), measured.Data);
            }
            else if (measured.Classification is { } classes)
            {
                yield return new PageTile("Accuracy", Percent(classes.Accuracy), $"{measured.Data}; the more frequent has {Percent(classes.MajorityAccuracy)}");
            }
        }

        yield return new PageTile("Learned from", outcome.Taken.Train.ToString("N0", CultureInfo.InvariantCulture) + " rows", $"{outcome.Taken.LeftOut.Count} left out");
        if (outcome.Histories.Count > 0)
            yield return new PageTile("Best epoch", string.Join(", ", outcome.BestEpochs), string.Create(CultureInfo.InvariantCulture, $"of {outcome.Histories.Max(history => history.Count)}"));
    }

    private static PageEpoch Epoch(EpochReport epoch) => new(epoch.Epoch, epoch.TrainLoss, epoch.ValidationLoss, epoch.Best);

    private static PageRows Rows(MeasuredRows measured)
    {
        var quantity = Quantity.Of(measured.Target.Target);
        (MeasuredRow Row, double Truth)[] rows = [.. measured.Rows.Select(row => (row, measured.Target.Target.Truth(row.Truth)))];
        int step = (rows.Length + MostPoints - 1) / MostPoints;
        return new PageRows(
            quantity.Name,
            quantity.Unit.Length > 0 && !quantity.IsProbability ? $"{quantity.Title}, {quantity.Unit}" : quantity.Title,
            measured.Data,
            measured.Target.IsClass,
            rows.Length,
            [.. rows.Where((_, i) => i % step == 0).Select(row => new PagePoint(row.Truth, row.Row.Estimate.Mean))],
            [.. measured.Target.IsClass ? OfClass(rows) : OfIntervals(rows)],
            [.. rows.OrderByDescending(row => Math.Abs(row.Row.Estimate.Mean - row.Truth)).Take(WorstShown).Select(row => new PageWorst(
                row.Row.Id, row.Row.Formula, row.Truth, row.Row.Estimate.Mean, row.Row.Estimate.Interval?.Low, row.Row.Estimate.Interval?.High))]);
    }

    /// <summary>Shares of true values inside intervals of each width, made of the 90 % interval as if errors were normal.</summary>
    private static IEnumerable<PageShare> OfIntervals((MeasuredRow Row, double Truth)[] rows)
    {
        if (rows.Any(row => row.Row.Estimate.Interval is null)) yield break;
        double unit = Normal.InvCDF(0, 1, (1 + Interval) / 2);
        for (int twentieth = 1; twentieth < 20; twentieth++)
        {
            double promised = twentieth / 20.0, width = Normal.InvCDF(0, 1, (1 + promised) / 2) / unit;
            double found = rows.Average(row => Math.Abs(row.Truth - row.Row.Estimate.Mean) <= width * (row.Row.Estimate.Interval!.Value.High - row.Row.Estimate.Mean) ? 1.0 : 0);
            yield return new PageShare(promised, found, 1);
        }
    }

    /// <summary>Shares of positives among rows of about one predicted probability.</summary>
    private static IEnumerable<PageShare> OfClass((MeasuredRow Row, double Truth)[] rows) => rows
        .GroupBy(row => Math.Min((int)(row.Row.Estimate.Mean * ClassBins), ClassBins - 1)).OrderBy(bin => bin.Key)
        .Select(bin => new PageShare(bin.Average(row => row.Row.Estimate.Mean), bin.Average(row => row.Truth), (double)bin.Count() / rows.Length));

    private static string Number(double? value) => value?.ToString("G3", CultureInfo.InvariantCulture) ?? "–";

    private static string Percent(double? share) => share is { } known ? (100 * known).ToString("F0", CultureInfo.InvariantCulture) + " %" : "–";
}
