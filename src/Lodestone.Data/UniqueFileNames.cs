using System.Text;
using Lodestone.Data.Sources;

namespace Lodestone.Data;

/// <summary>Names of files, on any file system, for ids of any kind; no two are the same, in upper or lower case.</summary>
internal sealed class UniqueFileNames
{
    private const int Longest = 100;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name for an id: the id itself where it serves, else with <c>_</c> for other signs than letters, digits and <c>-_+.()</c>, and with a number where
    /// it was taken already. It never ends as a structure file does.</summary>
    public string Of(string id)
    {
        string safe = Safe(id), name = safe;
        for (int number = 2; !_taken.Add(name); number++) name = FormattableString.Invariant($"{safe}-{number}");
        return name;
    }

    private static string Safe(string id)
    {
        var name = new StringBuilder(id.Length);
        foreach (char sign in id) name.Append(char.IsAsciiLetterOrDigit(sign) || "-_+.()".Contains(sign) ? sign : '_');
        if (FileNames.Stem(id) != id) name.Replace('.', '_');
        if (name.Length > Longest) name.Length = Longest;
        if (name.Length == 0 || name[0] == '.') name.Insert(0, '_');
        return name.ToString();
    }
}
