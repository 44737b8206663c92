namespace Lodestone.Matter.Formats.Cif;

/// <summary>Numbers that a structure needs: clean ones fast, common slips with a warning.</summary>
internal static class CifNumbers
{
    /// <summary>Reads a number; an uncertainty that cannot be read is left out, and a typographic minus is taken as one.</summary>
    /// <param name="value">The value.</param>
    /// <param name="owner">Whose value it is, for messages: <c>atom 'Fe1'</c>.</param>
    /// <param name="warnings">Where slips are told.</param>
    /// <exception cref="UnreadableException">The value is no number.</exception>
    public static double Read(CifValue value, string owner, CifWarnings warnings)
    {
        if (value.TryReadNumber(out double number)) return number;
        string text = value.ToString().Trim().Replace('−', '-').Replace('–', '-');
        int open = text.IndexOf('(');
        if (open > 0) text = text[..open];
        if (!value.IsMissing && CifNumber.TryRead(text, out number))
        {
            warnings.Add($"The value '{value}' of {owner} (line {value.Line}) was read as {text}.");
            return number;
        }
        throw new UnreadableException(value.Line, $"The value '{value}' of {owner} is not a number.");
    }
}
