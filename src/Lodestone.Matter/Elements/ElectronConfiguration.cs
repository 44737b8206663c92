using System.Globalization;

namespace Lodestone.Matter.Elements;

/// <summary>Electrons beyond the noble-gas core, from a text such as <c>[Ar] 3d6 4s2</c>.</summary>
internal static class ElectronConfiguration
{
    /// <summary>The electrons in each kind of subshell beyond the core.</summary>
    public static ShellCounts? Valence(string? configuration) => Count(configuration, (_, electrons) => electrons);

    /// <summary>The empty places in each kind of subshell that holds at least one electron beyond the core.</summary>
    public static ShellCounts? Unfilled(string? configuration) => Count(configuration, (capacity, electrons) => capacity - electrons);

    private static ShellCounts? Count(string? configuration, Func<int, int, int> count)
    {
        if (configuration is null) return null;
        int s = 0, p = 0, d = 0, f = 0;
        foreach (string subshell in configuration.Split(' '))
        {
            if (subshell[0] == '[') continue;
            int electrons = int.Parse(subshell.AsSpan(2), CultureInfo.InvariantCulture);
            switch (subshell[1])
            {
                case 's': s += count(2, electrons); break;
                case 'p': p += count(6, electrons); break;
                case 'd': d += count(10, electrons); break;
                default: f += count(14, electrons); break;
            }
        }

        return new ShellCounts(s, p, d, f);
    }
}
