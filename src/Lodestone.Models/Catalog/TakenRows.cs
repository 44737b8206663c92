using System.Globalization;
using Lodestone.Data;

namespace Lodestone.Models.Catalog;

/// <summary>How many rows an architecture can learn from, and why it cannot take others.</summary>
/// <param name="Train">Rows to learn from.</param>
/// <param name="Validation">Rows to judge epochs by and to calibrate intervals on.</param>
/// <param name="LeftOut">Rows of both that it cannot take.</param>
public sealed record TakenRows(int Train, int Validation, ReasonTally LeftOut)
{
    /// <summary>The rows for people, one line each.</summary>
    /// <param name="architecture">Name of the architecture.</param>
    /// <param name="test">Rows that are kept to measure the finished model on.</param>
    public IEnumerable<string> Lines(string architecture, int test)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{Train} rows to learn from, {Validation} to validate, {test} kept for testing.");
        if (LeftOut.Count == 0) yield break;
        yield return string.Create(CultureInfo.InvariantCulture, $"{LeftOut.Count} rows are left out, which '{architecture}' cannot take:");
        foreach (string line in LeftOut.Lines()) yield return $"  {line}";
    }
}
