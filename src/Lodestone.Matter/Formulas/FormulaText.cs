using System.Globalization;

namespace Lodestone.Matter.Formulas;

/// <summary>The characters and small pieces that formulas are written with.</summary>
internal static class FormulaText
{
    public const decimal LargestNumber = 1_000_000_000_000m;
    private const long LargestMantissa = 100_000_000_000_000_000;
    private const int MostDecimals = 28;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A Unicode subscript, superscript sign or dash as its ASCII character; any other character as it is.</summary>
    public static char Plain(char c) => c switch
    {
        >= '₀' and <= '₉' => (char)('0' + (c - '₀')),
        '⁺' or '₊' => '+',
        '⁻' or '₋' or '−' or '–' => '-',
        _ => c,
    };

    public static bool IsHydrateDot(char c) => c is '*' or '·' or '•' or '⋅' or '∙' or '‧' or '・';

    public static bool IsSign(char plain) => plain is '+' or '-';

    public static bool IsMinus(char c) => Plain(c) == '-';

    public static bool IsSuperscript(char c) => Superscripts.Contains(c);

    public static char? ClosingBracket(char open) => open switch { '(' => ')', '[' => ']', '{' => '}', _ => null };

    /// <summary>The atomic number of the symbol that the text begins with, or 0; D and T are hydrogen.</summary>
    /// <param name="text">Begins with a capital letter.</param>
    /// <param name="length">How many characters the symbol, or what stands in its place, has.</param>
    public static int ReadElement(ReadOnlySpan<char> text, out int length)
    {
        length = text.Length > 1 && char.IsAsciiLetterLower(text[1]) ? 2 : 1;
        if (Element.TryParse(text[..length], out Element element)) return element.AtomicNumber;
        return length == 1 && text[0] is 'D' or 'T' ? 1 : 0;
    }

    /// <summary>Reads an unsigned number, perhaps with an exponent that has a sign; digits beyond the precision of a double are dropped.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="position">Where the number begins; then behind it.</param>
    /// <param name="end">Where it ends at the latest.</param>
    /// <param name="number">The number.</param>
    /// <returns>False where the number is larger than <see cref="LargestNumber"/>, or where its exponent leaves nothing of it.</returns>
    public static bool TryReadNumber(string text, ref int position, int end, out decimal number)
    {
        long mantissa = 0;
        int decimals = -1;
        bool tooLarge = false;
        for (; position < end; position++)
        {
            char c = Plain(text[position]);
            if (c == '.' && decimals < 0 && position + 1 < text.Length && char.IsAsciiDigit(Plain(text[position + 1])))
            {
                decimals = 0;
                continue;
            }

            if (!char.IsAsciiDigit(c)) break;
            bool fits = mantissa < LargestMantissa && decimals < MostDecimals;
            if (fits) mantissa = mantissa * 10 + (c - '0');
            if (fits && decimals >= 0) decimals++;
            tooLarge |= !fits && decimals < 0;
        }

        number = new decimal((int)mantissa, (int)(mantissa >> 32), 0, false, (byte)Math.Max(decimals, 0));
        return !tooLarge && TryReadExponent(text, ref position, ref number) && number <= LargestNumber;
    }

    // As Python prints small amounts: 1e-05. Without a sign it would be no number that anybody writes.
    private static bool TryReadExponent(string text, ref int position, ref decimal number)
    {
        int end = position + 2;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end == position + 2 || end > text.Length || text[position] is not ('e' or 'E') || text[position + 1] is not ('+' or '-')) return true;
        string exponent = text[position..end];
        position = end;
        bool isNothing = number == 0;
        return decimal.TryParse(number.ToString(CultureInfo.InvariantCulture) + exponent, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && isNothing == (number == 0);
    }

    /// <summary>The nearest double; the cast of .NET may miss it by one unit in the last place.</summary>
    public static double ToDouble(decimal value) =>
        decimal.Truncate(value) == value ? (double)value : double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Reads a charge: <c>+</c>, <c>--</c>, <c>+3</c>, <c>^2-</c>, <c>^-2</c>, <c>^{2-}</c> or superscripts.</summary>
    public static bool TryReadCharge(string text, ref int position, out int charge)
    {
        int p = position;
        bool caret = Skip(text, ref p, '^');
        bool braced = caret && Skip(text, ref p, '{');
        int size = ReadDigits(text, ref p);
        int signs = p;
        while (p < text.Length && IsSign(Plain(text[p])) && Plain(text[p]) == Plain(text[signs])) p++;
        int count = p - signs;
        if (size < 0 && count == 1) size = ReadDigits(text, ref p);
        bool good = count == 1 || (count > 1 && size < 0);
        if (braced) good &= Skip(text, ref p, '}');
        charge = good ? (size < 0 ? count : size) * (IsMinus(text[signs]) ? -1 : 1) : 0;
        if (good) position = p;
        return good;
    }

    private static bool Skip(string text, ref int position, char expected)
    {
        if (position >= text.Length || text[position] != expected) return false;
        position++;
        return true;
    }

    // At most two digits; -1 where there is none.
    private static int ReadDigits(string text, ref int position)
    {
        int value = -1;
        for (int count = 0; count < 2 && position < text.Length; count++, position++)
        {
            int superscript = Superscripts.IndexOf(text[position]);
            int digit = superscript >= 0 ? superscript : char.IsAsciiDigit(text[position]) ? text[position] - '0' : -1;
            if (digit < 0) break;
            value = Math.Max(value, 0) * 10 + digit;
        }

        return value;
    }
}
