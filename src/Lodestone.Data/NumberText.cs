using System.Globalization;
using System.Text.RegularExpressions;

namespace Lodestone.Data;

/// <summary>
/// Texts of cells as numbers. A cell is a number, or missing, or neither; then the reason is for a person to act on. Formulas are never read in this
/// way: <c>NaN</c> is sodium nitride where it is a formula.
/// </summary>
public static partial class NumberText
{
    private static readonly string[] Missing = ["", "nan", "na", "n/a", "#n/a", "null", "none", "-", "–", "—", "?", "..."];

    /// <summary>True for what people write where there is no value: nothing, <c>NaN</c>, <c>NA</c>, <c>n/a</c>, <c>null</c>, <c>None</c>, a dash.</summary>
    public static bool IsMissing(string text) => Missing.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Reads a number with the invariant culture. The words <c>true</c> and <c>false</c> are 1 and 0; a minus sign of typesetters counts as one; an
    /// uncertainty, <c>2.36(5)</c> or <c>2.36 ± 0.05</c>, is passed over.
    /// </summary>
    /// <param name="text">The cell.</param>
    /// <param name="value">The number, finite; 0 where there is none.</param>
    /// <param name="reason">Why there is none, in a sentence; null where there is one, and where the cell is missing (<see cref="IsMissing"/>).</param>
    /// <returns>True for a number.</returns>
    public static bool TryRead(string text, out double value, out string? reason)
    {
        reason = null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value)) return true;
        value = 0;
        if (IsMissing(text)) return false;
        if (bool.TryParse(text, out bool truth))
        {
            value = truth ? 1 : 0;
            return true;
        }
        string plain = Uncertainty().Replace(text.Trim().Replace('−', '-'), "${number}${power}");
        if (!double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) reason = WhyNone(text.Trim(), plain);
        else if (!double.IsFinite(value)) reason = $"'{text.Trim()}' is not finite.";
        if (reason is not null) value = 0;
        return reason is null;
    }

    private static string WhyNone(string text, string plain)
    {
        if (WithComma().IsMatch(plain)) return $"'{text}' has a comma, which may mark decimals or thousands; write a point, and nothing between thousands.";
        if (WithSpaces().IsMatch(plain)) return $"'{text}' has spaces within the number; remove them.";
        Match unit = WithUnit().Match(plain);
        return unit.Success
            ? $"'{text}' has '{unit.Groups["unit"].Value}' behind the number; write the number alone, and the unit into the name of the column."
            : $"'{text}' is no number.";
    }

    [GeneratedRegex(@"^(?<number>[-+]?\d*\.?\d+)(\(\d+(\.\d+)?\))?(?<power>[eE][-+]?\d+)?(\s*(±|\+/-)\s*\d*\.?\d+([eE][-+]?\d+)?)?$")]
    private static partial Regex Uncertainty();

    [GeneratedRegex(@"^[-+]?\d[\d.]*,\d|^[-+]?,\d")]
    private static partial Regex WithComma();

    [GeneratedRegex(@"^[-+]?\d+(\s\d{3})+(\D|$)")]
    private static partial Regex WithSpaces();

    [GeneratedRegex(@"^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?(\(\d+\))?\s*(?<unit>[^\d\s(.].*)$")]
    private static partial Regex WithUnit();
}
