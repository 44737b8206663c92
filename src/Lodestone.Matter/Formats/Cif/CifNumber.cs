using System.Globalization;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>
/// Numbers as CIF 1.1 writes them: an optional sign, digits with an optional point, an optional exponent and an optional standard
/// uncertainty in parentheses. Source: Hall, Allen and Brown, Acta Cryst. A47, 655 (1991), and International Tables G, 2.2.
/// </summary>
internal static class CifNumber
{
    private const int ExactDigits = 15;

    private static readonly double[] PowersOfTen =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Reads a finite number that fills the whole text.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out double number)
    {
        number = 0;
        text = WithoutUncertainty(text);
        int i = 0, digits = 0, decimals = 0;
        bool negative = false, point = false;
        ulong mantissa = 0;
        if (i < text.Length && text[i] is '+' or '-') negative = text[i++] == '-';
        int first = i;
        for (; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (digits < ExactDigits) mantissa = mantissa * 10 + (uint)(c - '0');
                if (mantissa != 0) digits++;
                if (point) decimals++;
            }
            else if (c == '.' && !point)
            {
                point = true;
            }
            else
            {
                break;
            }
        }
        if (i - first - (point ? 1 : 0) == 0) return false;

        // A mantissa below 2^53 divided by an exact power of ten is correctly rounded; anything else goes the general way.
        if (i == text.Length && digits <= ExactDigits && decimals < PowersOfTen.Length)
        {
            double magnitude = mantissa / PowersOfTen[decimals];
            number = negative ? -magnitude : magnitude;
            return true;
        }
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    private static ReadOnlySpan<char> WithoutUncertainty(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[^1] != ')') return text;
        int open = text.IndexOf('(');
        if (open < 1) return text;
        ReadOnlySpan<char> inner = text[(open + 1)..^1];
        return inner.Length > 0 && !inner.ContainsAnyExcept("0123456789.") ? text[..open] : text;
    }
}
