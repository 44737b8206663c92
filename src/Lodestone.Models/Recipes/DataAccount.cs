using System.Globalization;
using Lodestone.Data;

namespace Lodestone.Models.Recipes;

/// <summary>What was read of the data of a training, and what was left out of it and why.</summary>
public sealed record DataAccount
{
    /// <summary>The data as the recipe names them.</summary>
    public required string Data { get; init; }

    /// <summary>Number of entries, readable or not.</summary>
    public required int Entries { get; init; }

    /// <summary>Entries that could not be read.</summary>
    public required ReasonTally Unreadable { get; init; }

    /// <summary>Number of materials without a value of any target.</summary>
    public required int Unlabelled { get; init; }

    /// <summary>For each target with such cells: those that are no numbers, which are left out.</summary>
    public required IReadOnlyList<(string Target, ReasonTally Cells)> NotNumbers { get; init; }

    /// <summary>What was decided by the cells and not by the recipe, one sentence each.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>True where all of it could be used: every entry was read and every cell of a target is a number, a word or empty.</summary>
    public bool IsWhole => Unreadable.Count == 0 && NotNumbers.Count == 0;

    /// <summary>The account for people, one line each.</summary>
    public IEnumerable<string> Lines()
    {
        string unlabelled = Unlabelled > 0 ? string.Create(CultureInfo.InvariantCulture, $", {Unlabelled} without a value to learn") : "";
        yield return string.Create(CultureInfo.InvariantCulture, $"{Data}: {Entries} entries, {Unreadable.Count} unreadable{unlabelled}.");
        foreach (string line in Unreadable.Lines()) yield return $"  {line}";
        foreach (var (target, cells) in NotNumbers)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{cells.Count} {(cells.Count == 1 ? "cell" : "cells")} of '{target}' hold no number and are left out:");
            foreach (string line in cells.Lines()) yield return $"  {line}";
        }

        foreach (string remark in Remarks) yield return remark;
    }
}
