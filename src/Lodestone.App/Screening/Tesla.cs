using System.Collections.Immutable;
using Lodestone.Learning;

namespace Lodestone.App.Screening;

/// <summary>Puts the magnetization in tesla beside that in µB/Å³.</summary>
public static class Tesla
{
    /// <summary>The quantities with <see cref="Quantity.MagnetizationInTesla"/> right after <see cref="Quantity.Magnetization"/>, where there is one.</summary>
    public static ImmutableArray<Quantity> AddTo(ImmutableArray<Quantity> quantities) =>
        IndexOf(quantities) is { } at ? quantities.Insert(at + 1, new Quantity(Quantity.MagnetizationInTesla)) : quantities;

    /// <summary>The row with the estimate in tesla at the place that <see cref="AddTo(ImmutableArray{Quantity})"/> gives it.</summary>
    /// <param name="row">A row.</param>
    /// <param name="quantities">The quantities of the row.</param>
    public static PredictedRow AddTo(PredictedRow row, ImmutableArray<Quantity> quantities) =>
        row.Succeeded && IndexOf(quantities) is { } at
            ? row with { Estimates = row.Estimates.Insert(at + 1, Convert(row.Estimates[at])) }
            : row;

    private static int? IndexOf(ImmutableArray<Quantity> quantities) =>
        quantities.IndexOf(new Quantity(Quantity.Magnetization)) is >= 0 and int at ? at : null;

    private static Estimate? Convert(Estimate? known)
    {
        const double factor = Quantity.TeslaPerMagnetization;
        if (known is not { } estimate) return null;
        Interval? interval = estimate.Interval is { } range ? new Interval(range.Low * factor, range.High * factor) : null;
        return new Estimate(estimate.Mean * factor, estimate.Aleatoric * factor, estimate.Epistemic * factor, interval);
    }
}
