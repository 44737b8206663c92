using System.Text;

namespace Lodestone.Matter.Formats;

/// <summary>The <c>key=value</c> pairs of an extended-XYZ comment line. Values may be quoted or bracketed; a key alone means true.</summary>
internal static class XyzKeys
{
    /// <summary>Reads a comment line.</summary>
    /// <returns>The pairs in order, or null where the line is not made of pairs.</returns>
    public static List<KeyValuePair<string, string>>? Parse(string line)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        bool assigned = false;
        for (int i = 0; i < line.Length;)
        {
            if (char.IsWhiteSpace(line[i]))
            {
                i++;
                continue;
            }
            if (Word(line, ref i, isKey: true) is not { Length: > 0 } key) return null;
            int next = i;
            while (next < line.Length && char.IsWhiteSpace(line[next])) next++;
            if (next >= line.Length || line[next] != '=')
            {
                pairs.Add(new(key, "T"));
                continue;
            }
            i = next + 1;
            while (i < line.Length && char.IsWhiteSpace(line[i])) i++;
            if (Word(line, ref i, isKey: false) is not { } value) return null;
            pairs.Add(new(key, value));
            assigned = true;
        }
        return assigned ? pairs : null;
    }

    /// <summary>A value as it must stand in a comment line.</summary>
    public static string Quote(string value) => '"' + value.Replace("\\", "\\\\").Replace("\"", "\\\"") + '"';

    private static string? Word(string line, ref int i, bool isKey)
    {
        if (i >= line.Length) return "";
        char closing = line[i] switch { '"' => '"', '\'' => '\'', '{' => '}', '[' => ']', _ => '\0' };
        if (closing != '\0') return Enclosed(line, ref i, closing);
        int start = i;
        while (i < line.Length && !char.IsWhiteSpace(line[i]) && !(isKey && line[i] == '=')) i++;
        return line[start..i];
    }

    private static string? Enclosed(string line, ref int i, char closing)
    {
        char opening = line[i];
        bool quoted = opening == closing;
        var value = new StringBuilder();
        int depth = 1;
        for (i++; i < line.Length; i++)
        {
            char c = line[i];
            if (quoted && c == '\\' && i + 1 < line.Length) c = line[++i];
            else if (c == closing && --depth == 0)
            {
                i++;
                return value.ToString();
            }
            else if (c == opening) depth++;
            value.Append(c);
        }
        return null;
    }
}
