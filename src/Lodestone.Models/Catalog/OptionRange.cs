using System.Globalization;
using Lodestone.Matter;

namespace Lodestone.Models.Catalog;

/// <summary>Refuses values of options that are out of their range.</summary>
internal static class OptionRange
{
    /// <summary>Demands that a value is in its range.</summary>
    /// <param name="option">The option, as users write it.</param>
    /// <param name="value">Its value.</param>
    /// <param name="holds">Whether the value can be used.</param>
    /// <param name="range">What it must be, in words.</param>
    /// <exception cref="InputException">It is not in its range.</exception>
    public static void Require(string option, IFormattable value, bool holds, string range)
    {
        if (!holds)
            throw new InputException($"The option '{option}' is {value.ToString(null, CultureInfo.InvariantCulture)}; it must be {range}.");
    }
}
