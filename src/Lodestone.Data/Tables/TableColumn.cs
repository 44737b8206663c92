namespace Lodestone.Data.Tables;

/// <summary>A column of an output table.</summary>
/// <param name="Name">Its name; the unit of a number is part of it.</param>
/// <param name="IsNumber">True for a column of numbers, false for one of texts. Cells of either may be missing.</param>
public sealed record TableColumn(string Name, bool IsNumber)
{
    /// <summary>A column of texts.</summary>
    public static TableColumn Text(string name) => new(name, false);

    /// <summary>A column of numbers.</summary>
    public static TableColumn Number(string name) => new(name, true);
}
