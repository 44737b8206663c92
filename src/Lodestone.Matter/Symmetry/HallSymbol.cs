using System.Collections.Immutable;
using System.Globalization;

namespace Lodestone.Matter.Symmetry;

/// <summary>
/// Concise space-group symbols: they name the generators, and so the origin and axes, without any ambiguity:
/// <c>-F 4 2 3</c> is Fm-3m, <c>P 61 2 (0 0 5)</c> is P6₁22.
/// </summary>
/// <remarks>S. R. Hall, Acta Cryst. A37, 517 (1981); S. R. Hall and R. W. Grosse-Kunstleve, International Tables B, section 1.4 and
/// appendix A1.4.2.</remarks>
public static class HallSymbol
{
    /// <summary>All operations of the group that a symbol names, the identity first.</summary>
    /// <param name="symbol">The symbol; underscores count as spaces, case does not matter.</param>
    /// <exception cref="FormatException">The symbol breaks the rules; the message says where.</exception>
    public static ImmutableArray<SymmetryOperation> Operations(string symbol)
    {
        string text = symbol.Replace('_', ' ').Trim();
        ChangeOfBasis basis = default;
        int open = text.IndexOf('(');
        if (open >= 0)
        {
            if (!text.EndsWith(')')) throw Wrong(symbol, "its change of basis is not closed by ')'");
            basis = ChangeOfBasis.Parse(text.AsSpan(open + 1, text.Length - open - 2))
                ?? throw Wrong(symbol, "its change of basis is neither three twelfths nor three expressions of x, y and z");
            text = text[..open];
        }
        else
        {
            basis = ChangeOfBasis.None;
        }

        string[] parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var generators = new List<SymmetryOperation>();
        int first = ReadLattice(symbol, parts, generators);
        HallRotation? previous = null;
        for (int i = first; i < parts.Length; i++)
        {
            HallRotation rotation = HallRotation.Parse(parts[i], i - first, previous) ?? throw Wrong(symbol, $"'{parts[i]}' is no rotation that it may have there");
            generators.Add(rotation.Operation);
            previous = rotation;
        }
        try
        {
            return SymmetryGroup.Generate(generators.Select(basis.Transform).Concat(basis.OldEdges));
        }
        catch (InvalidOperationException e)
        {
            throw Wrong(symbol, e.Message.TrimEnd('.'));
        }
    }

    // The lattice letter may stand apart from or together with the sign of an inversion: "-P", "- P".
    private static int ReadLattice(string symbol, string[] parts, List<SymmetryOperation> generators)
    {
        string letter = parts.Length > 0 ? parts[0] : "";
        int first = 1;
        if (letter == "-" && parts.Length > 1) (letter, first) = ("-" + parts[1], 2);
        if (letter.StartsWith('-'))
        {
            generators.Add(new SymmetryOperation(-RotationPart.Identity, default));
            letter = letter[1..];
        }
        ReadOnlySpan<double> shifts = letter.ToUpperInvariant() switch
        {
            "P" => [],
            "A" => [0, 1 / 2.0, 1 / 2.0],
            "B" => [1 / 2.0, 0, 1 / 2.0],
            "C" => [1 / 2.0, 1 / 2.0, 0],
            "I" => [1 / 2.0, 1 / 2.0, 1 / 2.0],
            "R" => [2 / 3.0, 1 / 3.0, 1 / 3.0],
            "H" => [2 / 3.0, 1 / 3.0, 0],
            "S" => [1 / 3.0, 1 / 3.0, 2 / 3.0],
            "T" => [1 / 3.0, 2 / 3.0, 1 / 3.0],
            "F" => [0, 1 / 2.0, 1 / 2.0, 1 / 2.0, 0, 1 / 2.0],
            _ => throw Wrong(symbol, $"'{letter}' is no lattice symbol"),
        };
        for (int i = 0; i < shifts.Length; i += 3)
            generators.Add(new SymmetryOperation(RotationPart.Identity, LatticeTranslation.Of(shifts[i], shifts[i + 1], shifts[i + 2])));
        return first;
    }

    private static FormatException Wrong(string symbol, string why) =>
        new(string.Create(CultureInfo.InvariantCulture, $"'{symbol}' is no Hall symbol: {why}."));
}
