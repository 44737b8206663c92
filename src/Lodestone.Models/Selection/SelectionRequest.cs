using Lodestone.Matter;

namespace Lodestone.Models.Selection;

/// <summary>How descriptors are selected for a recipe.</summary>
public sealed record SelectionRequest
{
    /// <summary>The search.</summary>
    public SelectionOptions Search { get; init; } = new();

    /// <summary>Number of folds; no reduced formula is in two of them.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Trees of the forests that measure a subset.</summary>
    public int Trees { get; init; } = 30;

    /// <summary>Largest correlation of two descriptors that take part in the search; any if null.</summary>
    public double? Correlation { get; init; }

    /// <summary>Checks every number but those of the search.</summary>
    /// <exception cref="InputException">One is out of its range.</exception>
    public void Check()
    {
        if (Folds < 2) throw new InputException($"folds is {Folds}; give a number from 2.");
        if (Trees < 1) throw new InputException($"trees is {Trees}; give a number from 1.");
        if (Correlation is { } bound && !(bound is > 0 and <= 1)) throw new InputException($"correlation is {bound}; give a number above 0 and up to 1.");
    }
}
