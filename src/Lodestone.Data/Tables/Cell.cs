namespace Lodestone.Data.Tables;

/// <summary>A cell of an output table: a text, a number, or nothing. Texts and numbers convert to it by themselves.</summary>
public readonly record struct Cell
{
    private Cell(string? text, double? number)
    {
        TextValue = text;
        NumberValue = number;
    }

    /// <summary>A cell without a value.</summary>
    public static Cell Missing => default;

    /// <summary>The text, if it is one.</summary>
    public string? TextValue { get; }

    /// <summary>The number, if it is one.</summary>
    public double? NumberValue { get; }

    /// <summary>A cell with a text, or without a value.</summary>
    public static implicit operator Cell(string? text) => new(text, null);

    /// <summary>A cell with a number, or without a value.</summary>
    public static implicit operator Cell(double? number) => new(null, number);

    /// <summary>A cell with a number.</summary>
    public static implicit operator Cell(double number) => new(null, number);
}
