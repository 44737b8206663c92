namespace Lodestone.Matter.Formulas;

/// <summary>A bracket that is open while a formula is read, and the part of a hydrate inside it.</summary>
/// <param name="Closing">The character that closes it.</param>
/// <param name="Position">Where it was opened, from zero.</param>
/// <param name="FirstEntry">The first entry inside it.</param>
internal readonly record struct FormulaBracket(char Closing, int Position, int FirstEntry)
{
    /// <summary>The first entry of the part being read: after the last hydrate dot.</summary>
    public int PartEntry { get; init; } = FirstEntry;

    /// <summary>The number before that part, such as the 5 of <c>5H2O</c>; null where there is none.</summary>
    public decimal? Coefficient { get; init; }
}
