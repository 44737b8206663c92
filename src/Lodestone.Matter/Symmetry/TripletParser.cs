namespace Lodestone.Matter.Symmetry;

/// <summary>
/// Reads coordinate triplets: three sums of x, y, z (or a, b, c) with whole factors and of fractions or decimals, in any order and
/// case, with or
/// without spaces: <c>x+1/2,-y,z</c>, <c>.5+X, -Y, Z</c>, <c>1/2+x,-y,2*z</c>, <c>x-y , x , z+0.3333</c>.
/// </summary>
internal static class TripletParser
{
    private const int MaxFactor = 64;

    public static bool TryParse(ReadOnlySpan<char> text, out SymmetryOperation operation, out string? reason)
    {
        operation = default;
        text = text.Trim().Trim("'\"").Trim();
        if (text.StartsWith('(') && text.EndsWith(')')) text = text[1..^1];
        Span<double> rows = stackalloc double[12];
        if (!TryParseRows(text, rows, out reason)) return false;

        Span<int> rotation = stackalloc int[9];
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 3; column++)
            {
                double factor = rows[row * 4 + column];
                rotation[row * 3 + column] = (int)Math.Round(factor);
                if (Math.Abs(factor - Math.Round(factor)) > 1e-9 || Math.Abs(factor) > MaxFactor)
                    return Failed("a factor of x, y or z is not a small whole number", out reason);
            }
        }
        var matrix = new RotationPart(
            rotation[0], rotation[1], rotation[2], rotation[3], rotation[4], rotation[5], rotation[6], rotation[7], rotation[8]);
        if (Math.Abs(matrix.Determinant) != 1) return Failed("its rotation part is not one of a crystal (determinant not 1 or -1)", out reason);
        operation = new SymmetryOperation(matrix, LatticeTranslation.Of(Snap(rows[3]), Snap(rows[7]), Snap(rows[11])));
        reason = null;
        return true;
    }

    /// <summary>Reads three sums into rows of four numbers: the factors of x, y, z and the constant.</summary>
    public static bool TryParseRows(ReadOnlySpan<char> text, Span<double> rows, out string? reason)
    {
        rows.Clear();
        for (int row = 0; row < 3; row++)
        {
            int comma = text.IndexOfAny(',', ';');
            if (comma < 0 == row < 2) return Failed("it does not have three parts with commas between them", out reason);
            ReadOnlySpan<char> part = row < 2 ? text[..comma] : text;
            if (row < 2) text = text[(comma + 1)..];
            if (!TryParseSum(part, rows.Slice(row * 4, 4), out reason)) return false;
        }
        reason = null;
        return true;
    }

    private static bool TryParseSum(ReadOnlySpan<char> text, Span<double> row, out string? reason)
    {
        bool any = false;
        for (int i = 0; ;)
        {
            SkipSpaces(text, ref i);
            if (i == text.Length) break;
            double sign = 1;
            bool signed = false;
            while (i < text.Length && text[i] is '+' or '-' or '−' or ' ')
            {
                if (text[i] is '-' or '−') sign = -sign;
                signed |= text[i] != ' ';
                i++;
            }
            if (any && !signed) return Failed("a sign is missing between two terms", out reason);
            if (i == text.Length) return Failed("it ends in a sign", out reason);
            bool hasNumber = TryReadFactor(text, ref i, out double number);
            SkipSpaces(text, ref i);
            int variable = i < text.Length ? Variable(text[i]) : -1;
            if (variable >= 0)
            {
                i++;
                double factor = hasNumber ? number : 1;
                SkipSpaces(text, ref i);
                if (i < text.Length && text[i] == '/')
                {
                    i++;
                    if (!TryReadNumber(text, ref i, out double divisor) || divisor == 0) return Failed("a fraction has no denominator", out reason);
                    factor /= divisor;
                }
                row[variable] += sign * factor;
            }
            else if (hasNumber)
            {
                row[3] += sign * number;
            }
            else
            {
                return Failed($"it has an unexpected character '{text[i]}'", out reason);
            }
            any = true;
        }
        reason = any ? null : "a part of it is empty";
        return any;
    }

    // A number, a fraction of two numbers, each perhaps followed by '*'.
    private static bool TryReadFactor(ReadOnlySpan<char> text, ref int i, out double number)
    {
        if (!TryReadNumber(text, ref i, out number)) return false;
        SkipSpaces(text, ref i);
        if (i < text.Length && text[i] == '/')
        {
            int after = i + 1;
            if (TryReadNumber(text, ref after, out double divisor) && divisor != 0)
            {
                number /= divisor;
                i = after;
            }
        }
        SkipSpaces(text, ref i);
        if (i < text.Length && text[i] == '*') i++;
        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> text, ref int i, out double number)
    {
        SkipSpaces(text, ref i);
        int start = i;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] == '.')) i++;
        number = 0;
        if (i > start && i - start < 20 && double.TryParse(text[start..i], System.Globalization.CultureInfo.InvariantCulture, out number)) return true;
        i = start;
        return false;
    }

    private static void SkipSpaces(ReadOnlySpan<char> text, ref int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
    }

    private static int Variable(char c) => c switch
    {
        'x' or 'X' or 'a' or 'A' => 0,
        'y' or 'Y' or 'b' or 'B' => 1,
        'z' or 'Z' or 'c' or 'C' => 2,
        _ => -1,
    };

    // Decimals such as 0.3333 or .167 stand for the twenty-fourths of the space groups.
    private static double Snap(double shift)
    {
        double nearest = Math.Round(shift * 24) / 24;
        return Math.Abs(shift - nearest) < 6e-4 ? nearest : shift;
    }

    private static bool Failed(string why, out string? reason)
    {
        reason = why;
        return false;
    }
}
