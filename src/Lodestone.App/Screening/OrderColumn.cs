using System.Globalization;

namespace Lodestone.App.Screening;

/// <summary>The two probabilities of the magnetic order and the mark of antiferromagnets as one column of a table for the terminal.</summary>
internal sealed class OrderColumn
{
    private readonly MagneticOrderAdvice _advice;
    private readonly Quantity[] _quantities;
    private readonly int[] _places;

    private OrderColumn(MagneticOrderAdvice advice, ScreenResult result, int[] places)
    {
        _advice = advice;
        _places = places;
        _quantities = [.. places.Select(place => result.Quantities[place])];
    }

    /// <summary>The column of a screen.</summary>
    /// <returns>Null where a magnetization and both probabilities are not predicted, or one of the probabilities is ranked by.</returns>
    public static OrderColumn? Of(ScreenResult result)
    {
        int[] places = [result.Quantities.IndexOf(new Quantity(Quantity.NetMoment)), result.Quantities.IndexOf(new Quantity(Quantity.PropagationVector))];
        return result.Advice is not { } advice || places.Contains(-1) || places.Contains(result.Goal.Quantity) ? null : new OrderColumn(advice, result, places);
    }

    /// <summary>How it is named where it is left out.</summary>
    public const string Title = "P(net moment), P(k ≠ 0)";

    /// <summary>What the number means, in one line.</summary>
    public string Note => FormattableString.Invariant(
        $"P(net moment) speaks for a net moment from {_advice.EvenShare} on, as few of the measured structures have one.");

    /// <summary>Its heading.</summary>
    /// <param name="gap">What stands between the two names.</param>
    public static string Header(string gap) => $"[bold]P(net moment)[/]{gap}[bold]P(k ≠ 0)[/]";

    /// <summary>True for a quantity that the column shows.</summary>
    public bool Holds(int quantity) => _places.Contains(quantity);

    /// <summary>The cell of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="gap">What stands before the mark.</param>
    /// <param name="abbreviate">Whether the mark is to be short.</param>
    public string Cell(PredictedRow row, string gap, bool abbreviate)
    {
        if (_places.Any(place => row.Estimates[place] is null)) return "–";
        string numbers = string.Join(", ", _places.Select((place, i) => _quantities[i].Format(row.Estimates[place]!.Value.Mean)));
        if (_advice.ProbablyAntiferromagnetic(row) is not { } probability) return numbers;
        string mark = abbreviate ? "probably AFM" : $"{MagneticOrderAdvice.Flag}, {Percent(probability)}";
        return $"{numbers}{gap}[yellow]{mark}[/]";
    }

    private static string Percent(double probability) => (100 * probability).ToString("F0", CultureInfo.InvariantCulture) + " %";
}
