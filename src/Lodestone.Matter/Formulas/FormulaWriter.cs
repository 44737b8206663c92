using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Lodestone.Matter.Formulas;

/// <summary>Writes formulas that <see cref="FormulaReader"/> reads back to the same composition.</summary>
internal static class FormulaWriter
{
    /// <summary>The elements in the order given; an amount of one is not written.</summary>
    public static string Write(IEnumerable<KeyValuePair<Element, double>> amounts)
    {
        var text = new StringBuilder();
        foreach (var (element, amount) in amounts) text.Append(element.Symbol).Append(Amount(amount));
        return text.ToString();
    }

    /// <summary>A charge as <c>^2-</c>; empty for none.</summary>
    public static string Charge(int charge) => charge switch
    {
        0 => "",
        1 => "^+",
        -1 => "^-",
        _ => string.Create(CultureInfo.InvariantCulture, $"^{Math.Abs(charge)}{(charge < 0 ? '-' : '+')}"),
    };

    /// <summary>Carbon, hydrogen, then the rest by symbol; without carbon all by symbol (Hill, J. Am. Chem. Soc. 22, 478, 1900).</summary>
    public static string Hill(ImmutableArray<KeyValuePair<Element, double>> amounts)
    {
        bool organic = amounts.Any(pair => pair.Key.AtomicNumber == 6);
        return Write(amounts.OrderBy(pair => organic ? Rank(pair.Key) : 2).ThenBy(pair => pair.Key.Symbol, StringComparer.Ordinal));

        static int Rank(Element element) => element.AtomicNumber switch { 6 => 0, 1 => 1, _ => 2 };
    }

    /// <summary>Letters for elements, by increasing amount: <c>AB2</c> for TiO2.</summary>
    public static string Anonymous(IEnumerable<double> amounts)
    {
        var text = new StringBuilder();
        int index = 0;
        foreach (double amount in amounts.Order())
        {
            text.Append((char)('A' + index % 26));
            if (index >= 26) text.Append((char)('a' + index / 26 - 1));
            text.Append(Amount(amount));
            index++;
        }

        return text.ToString();
    }

    private static string Amount(double amount)
    {
        if (amount == 1) return "";
        string text = amount.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E')
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal plain)
            ? plain.ToString(CultureInfo.InvariantCulture)
            : text;
    }
}
