namespace Lodestone.Matter.Formats;

/// <summary>The names and the numbers of atoms of a POSCAR, in one line each or wrapped over several, as VASP writes more than twenty.</summary>
internal sealed class PoscarKinds
{
    private PoscarKinds(List<Element>? elements, int[] counts, string mode) => (Elements, Counts, Mode) = (elements, counts, mode);

    /// <summary>The elements, one a count; null where the file has no line of them.</summary>
    public IReadOnlyList<Element>? Elements { get; }

    /// <summary>How many atoms of each kind there are.</summary>
    public int[] Counts { get; }

    /// <summary>The line behind the numbers of atoms.</summary>
    public string Mode { get; }

    /// <summary>Reads the lines from the elements, or where there are none from the numbers of atoms, to the one behind them.</summary>
    /// <exception cref="UnreadableException">They are not such lines, or there is not one number for each element.</exception>
    public static PoscarKinds Read(LineReader lines, ReadLimits limits)
    {
        string[] words = Words(lines.Require("the elements"));
        List<Element>? elements = null;
        while (words.Length > 0 && !Fields.TryWhole(words[0], out _) && (elements is null || words.All(word => TryName(word, out _))))
        {
            (elements ??= []).AddRange(words.Select(word => Named(word, lines.Line)));
            words = Words(lines.Require("the numbers of atoms"));
        }
        var counts = new List<int>();
        string mode = "";
        int line = lines.Line;
        while (Numbers(words) is { Length: > 0 } numbers)
        {
            counts.AddRange(numbers);
            line = lines.Line;
            mode = lines.Require("the kind of coordinates");
            words = elements is null || counts.Count < elements.Count ? Words(mode) : [];
        }
        Check(elements, counts, line, limits);
        return new PoscarKinds(elements, [.. counts], mode);
    }

    private static void Check(List<Element>? elements, List<int> counts, int line, ReadLimits limits)
    {
        if (counts.Count == 0 || counts.Any(count => count < 0))
            throw new UnreadableException(line, "Here the number of atoms of each element was expected.");
        if (elements is not null && elements.Count != counts.Count)
            throw new UnreadableException(line, $"There are {counts.Count} numbers of atoms for {elements.Count} elements: one for each is needed.");
        long total = counts.Sum(count => (long)count);
        if (total == 0) throw new UnreadableException(line, "A crystal of 0 atoms cannot be read.");
        if (total > limits.Sites) throw new UnreadableException(line, limits.TooManySites(total));
    }

    /// <summary>The words of a line in front of a comment.</summary>
    private static string[] Words(string line) => [.. Fields.Split(line).TakeWhile(word => word[0] is not ('#' or '!'))];

    private static int[] Numbers(string[] words) =>
        [.. words.TakeWhile(word => Fields.TryWhole(word, out _)).Select(word => Fields.TryWhole(word, out int count) ? count : 0)];

    private static Element Named(string word, int line) =>
        TryName(word, out Element element) ? element : throw new UnreadableException(line, $"There is no element '{word}'.");

    // Names of potentials: Fe_pv, Fe/1a2b3c.
    private static bool TryName(string word, out Element element) => Fields.TryElement(word.Split('_', '/')[0], out element);
}
