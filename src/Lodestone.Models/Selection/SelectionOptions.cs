using System.Globalization;
using Lodestone.Matter;

namespace Lodestone.Models.Selection;

/// <summary>
/// How columns are selected. That the magnetic-materials study selected about 100 descriptors by a stochastic search is published (Kaba et
/// al., arXiv 2111.14712); the moves, the acceptance and these numbers are our own.
/// </summary>
public sealed record SelectionOptions
{
    /// <summary>Columns of the random first subset.</summary>
    public int Start { get; init; } = 50;

    /// <summary>Most columns of a subset.</summary>
    public int Largest { get; init; } = 100;

    /// <summary>Most columns that one proposal adds, removes or swaps.</summary>
    public int Step { get; init; } = 3;

    /// <summary>Most proposals.</summary>
    public int Proposals { get; init; } = 1000;

    /// <summary>Proposals without a new best subset after which the search ends.</summary>
    public int Patience { get; init; } = 200;

    /// <summary>Temperature of the Metropolis rule, in units of the error: a worse subset is accepted with exp(−Δ/T). 0: never.</summary>
    public double Temperature { get; init; }

    /// <summary>Seed of everything random.</summary>
    public ulong Seed { get; init; }

    /// <summary>Checks every number.</summary>
    /// <param name="columns">Columns to choose from.</param>
    /// <exception cref="InputException">One is out of its range.</exception>
    public void Check(int columns)
    {
        Require(columns > 0, "There is no column to select from.");
        Require(Start > 0 && Start <= Largest, string.Create(CultureInfo.InvariantCulture, $"start is {Start}; give a number from 1 to largest ({Largest})."));
        Require(Step > 0, string.Create(CultureInfo.InvariantCulture, $"step is {Step}; give a number from 1."));
        Require(Proposals >= 0, string.Create(CultureInfo.InvariantCulture, $"proposals is {Proposals}; give a number from 0."));
        Require(Patience > 0, string.Create(CultureInfo.InvariantCulture, $"patience is {Patience}; give a number from 1."));
        Require(Temperature >= 0, string.Create(CultureInfo.InvariantCulture, $"temperature is {Temperature}; give a number from 0."));
    }

    private static void Require(bool holds, string message)
    {
        if (!holds) throw new InputException(message);
    }
}
