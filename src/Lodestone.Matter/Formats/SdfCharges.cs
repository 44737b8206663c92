namespace Lodestone.Matter.Formats;

/// <summary>The formal charges of a V2000 molecule.</summary>
internal static class SdfCharges
{
    /// <summary>The charge that an atom line's code stands for: 1, 2, 3 are +3, +2, +1; 5, 6, 7 are −1, −2, −3; 4 is a radical.</summary>
    public static double? OfCode(int code) => code is >= 1 and <= 7 and not 4 ? 4 - code : null;

    /// <summary>Applies the lines <c>M  CHG</c>; where there is one, the codes of the atom lines do not count.</summary>
    /// <exception cref="UnreadableException">Such a line names an atom that there is not.</exception>
    public static void Apply(Site[] sites, List<string> lines, int firstLine)
    {
        bool found = false;
        for (int i = 0; i < lines.Count; i++)
        {
            if (!lines[i].StartsWith("M  CHG", StringComparison.Ordinal)) continue;
            if (!found)
                for (int s = 0; s < sites.Length; s++) sites[s] = With(sites[s], null);
            found = true;
            string[] words = Fields.Split(lines[i][6..]);
            for (int w = 1; w + 1 < words.Length; w += 2)
            {
                if (!Fields.TryWhole(words[w], out int atom) || atom < 1 || atom > sites.Length || !Fields.TryWhole(words[w + 1], out int charge))
                    throw new UnreadableException(firstLine + i, $"The charge '{words[w]} {words[w + 1]}' belongs to no atom.");
                sites[atom - 1] = With(sites[atom - 1], charge);
            }
        }
    }

    private static Site With(Site site, double? charge) => site with { Species = [site.Species[0] with { OxidationState = charge }] };
}
