using System.Globalization;
using Lodestone.Matter;

namespace Lodestone.Learning.Training;

/// <summary>Checks options.</summary>
internal static class Require
{
    public static void That(bool holds, string option, IFormattable value, string range)
    {
        if (holds) return;
        string number = value.ToString(null, CultureInfo.InvariantCulture);
        throw new InputException($"The training option '{option}' is {number}; it must be {range}.");
    }
}
