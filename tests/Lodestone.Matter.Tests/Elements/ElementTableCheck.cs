namespace Lodestone.Matter.Tests.Elements;

/// <summary>One of our columns beside a column of a public table.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="Ours">Our value.</param>
/// <param name="File">The public table, below <c>elements</c>.</param>
/// <param name="Column">Its column; null for a table with one value a line, by atomic number.</param>
/// <param name="Factor">What turns its unit into ours.</param>
/// <param name="Relative">Largest relative difference.</param>
/// <param name="Absolute">Largest absolute difference; either suffices.</param>
/// <param name="Disagreements">The elements for which the values differ on purpose: symbols, colon, reason.</param>
public sealed record ElementTableCheck(
    string Name, Func<Element, double?> Ours, string File, string? Column, double Factor, double Relative, double Absolute,
    params string[] Disagreements)
{
    public override string ToString() => Name;

    /// <summary>The symbols of the elements listed as disagreeing.</summary>
    public IEnumerable<string> Listed => Disagreements.SelectMany(line => line[..line.IndexOf(':')].Split(' '));
}
