using System.Collections.Immutable;
using System.Globalization;

namespace Lodestone.Matter.Symmetry;

/// <summary>The embedded table of space groups and the spellings under which each is found.</summary>
internal static class SpaceGroupTable
{
    private static readonly Lazy<Dictionary<string, List<SpaceGroup>>> BySpelling = new(Index);

    public static ImmutableArray<SpaceGroup> All { get; } = Load();

    public static ImmutableArray<SpaceGroup> Find(string symbol)
    {
        string key = Key(symbol, out string choice);
        if (!BySpelling.Value.TryGetValue(key, out List<SpaceGroup>? found)) return [];
        if (choice.Length == 0) return [.. found];
        return [.. found.Where(group => group.Choice.Equals(choice, StringComparison.OrdinalIgnoreCase)
            || group.Axes.Equals(choice, StringComparison.OrdinalIgnoreCase)
            || (group.Choice + group.Axes).Equals(choice, StringComparison.OrdinalIgnoreCase))];
    }

    public static string HallKey(string symbol) =>
        string.Join(' ', symbol.Replace('_', ' ').Replace('=', '"').ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static ImmutableArray<SpaceGroup> Load()
    {
        const string Name = "Lodestone.Matter.Symmetry.SpaceGroups.tsv";
        using Stream stream = typeof(SpaceGroupTable).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The resource {Name} is missing.");
        using var reader = new StreamReader(stream);
        var all = ImmutableArray.CreateBuilder<SpaceGroup>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            string[] fields = line.Split('\t');
            all.Add(new SpaceGroup(int.Parse(fields[0], CultureInfo.InvariantCulture), fields[1], fields[2], fields[3], fields[4], fields[5]));
        }
        return all.ToImmutable();
    }

    private static Dictionary<string, List<SpaceGroup>> Index()
    {
        var index = new Dictionary<string, List<SpaceGroup>>();
        foreach (SpaceGroup group in All)
        {
            foreach (string spelling in Spellings(group))
            {
                if (!index.TryGetValue(spelling, out List<SpaceGroup>? groups)) index[spelling] = groups = [];
                if (!groups.Contains(group)) groups.Add(group);
            }
        }
        return index;
    }

    private static IEnumerable<string> Spellings(SpaceGroup group)
    {
        string[] parts = group.HermannMauguin.Split(' ');
        yield return Joined(parts);
        if (group.FullSymbol.Length > 0) yield return Joined(group.FullSymbol.Split(' '));
        if (group.Number is >= 3 and <= 15) yield return Joined([.. parts.Where(part => part != "1")]);

        // Before 1983, cubic m-3 and m-3m were written m3 and m3m.
        if (group.Number is >= 200 and <= 206 or >= 221) yield return Joined([.. parts.Select(part => part == "-3" ? "3" : part)]);

        // Since 1992, e stands for two glide planes at once, at the place of the centred face's axis.
        if (group.Number is 39 or 41 or 64 or 67 or 68)
        {
            int place = 1 + "ABC".IndexOf(parts[0][0], StringComparison.Ordinal);
            yield return Joined([.. parts.Select((part, i) => i == place ? "e" : part)]);
        }
    }

    private static string Joined(string[] parts) => string.Concat(parts).ToLowerInvariant();

    // "P 2_1/c", "P2(1)/c", "P 1 21/C 1" and "P2~1~/c" lose everything but letters, digits, '-' and '/'.
    private static string Key(string symbol, out string choice)
    {
        choice = "";
        string text = symbol.Trim().ToLowerInvariant();
        int colon = text.IndexOf(':');
        int origin = text.IndexOf("origin", StringComparison.Ordinal);
        if (colon > 0)
        {
            choice = Kept(text[(colon + 1)..]);
            text = text[..colon];
        }
        else if (origin > 0)
        {
            choice = text.TrimEnd(' ', ')', '.')[^1..];
            text = text[..origin];
        }
        string key = Kept(text);
        if (choice.Length > 0 || key.Length < 3) return key;
        string shorter = key[..^1];
        if (key[0] == 'r' && key[^1] is 'h' or 'r') (key, choice) = (shorter, key[^1..]);
        else if (key[^1] is 's') (key, choice) = (shorter, "1");
        else if (key[^1] is 'z') (key, choice) = (shorter, "2");
        return key;
    }

    private static string Kept(string text) => string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/'));
}
