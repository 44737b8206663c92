namespace Lodestone.Matter;

/// <summary>Finds what someone who wrote an unknown name may have meant.</summary>
public static class Suggestion
{
    /// <summary>The known name that is nearest to a written one; null where none is near.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">The names that there are.</param>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        // One slip in three letters, as most slips are one letter too many, too few, wrong or exchanged with the next.
        int most = Math.Max(1, written.Length / 3);
        return known.Select(name => (Name: name, Distance: Distance(written.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= most).OrderBy(candidate => candidate.Distance).FirstOrDefault().Name;
    }

    /// <summary>A question to put behind a sentence on an unknown name, such as <c> Did you mean 'epochs'?</c>; empty where no known name is near.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">The names that there are.</param>
    public static string Ask(string written, IEnumerable<string> known) => Nearest(written, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    /// <summary>The number of letters to insert, delete, replace or exchange with their neighbour (F. J. Damerau, Commun. ACM 7, 171 (1964)).</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                int replaced = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, 1 + Math.Min(rows[i - 1, j], rows[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) rows[i, j] = Math.Min(rows[i, j], 1 + rows[i - 2, j - 2]);
            }
        }

        return rows[a.Length, b.Length];
    }
}
