using System.Collections.Immutable;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats;

/// <summary>One record of an SDF, up to its <c>$$$$</c>.</summary>
internal sealed class SdfRecord
{
    private readonly List<string> _lines = [];
    private readonly int _before;

    private SdfRecord(int before) => _before = before;

    /// <summary>The first line.</summary>
    public string Title => _lines.Count > 0 ? _lines[0].Trim() : "";

    /// <summary>Takes the lines of the next record.</summary>
    public static SdfRecord Take(LineReader lines)
    {
        var record = new SdfRecord(lines.Line);
        while (lines.Next() is { } line && !line.StartsWith("$$$$", StringComparison.Ordinal)) record._lines.Add(line);
        return record;
    }

    /// <summary>Reads the molecule.</summary>
    /// <exception cref="UnreadableException">It cannot be read.</exception>
    public Structure Read(ReadLimits limits)
    {
        if (_lines.Count < 4) throw new UnreadableException(_before + _lines.Count, "The record ends before its counts line; it is cut short.");
        string version = _lines[3].TrimEnd();
        Site[] sites = version.EndsWith("V3000", StringComparison.Ordinal) ? ReadV3000() : ReadV2000(version);
        if (sites.Length == 0) throw new UnreadableException(_before + 4, "The molecule has no atoms.");
        if (sites.Length > limits.Sites) throw new UnreadableException(_before + 4, limits.TooManySites(sites.Length));
        if (sites.Length > 1 && IsDrawing(sites))
            throw new UnreadableException(_before + 2, "The coordinates are a flat drawing (2D), not a geometry: generate 3-D coordinates first.");
        return OverlapCheck.Apply(new Structure(null, [.. sites]), _before + 1);
    }

    /// <summary>The data items behind the molecule: name and value as written.</summary>
    public ImmutableDictionary<string, string> DataItems()
    {
        var items = ImmutableDictionary.CreateBuilder<string, string>();
        for (int i = 4; i < _lines.Count; i++)
        {
            if (!_lines[i].StartsWith('>')) continue;
            int open = _lines[i].IndexOf('<'), close = _lines[i].LastIndexOf('>');
            if (open < 0 || close <= open) continue;
            string key = _lines[i][(open + 1)..close];
            int first = ++i;
            while (i < _lines.Count && !string.IsNullOrWhiteSpace(_lines[i])) i++;
            items[key] = string.Join('\n', _lines[first..i]);
        }
        return items.ToImmutable();
    }

    private bool IsDrawing(Site[] sites) =>
        _lines[1].Length >= 22 && _lines[1].AsSpan(20, 2).SequenceEqual("2D") && sites.All(site => site.Cartesian.Z == 0);

    private Site[] ReadV2000(string counts)
    {
        if (counts.Length < 3 || !Fields.TryWhole(counts.AsSpan(0, 3).Trim(), out int count) || count < 0)
            throw new UnreadableException(_before + 4, "Here the counts line of a molecule was expected.");
        if (_lines.Count < 4 + count)
            throw new UnreadableException(_before + _lines.Count, $"The record ends after {_lines.Count - 4} of its {count} atoms; it is cut short.");
        var sites = new Site[count];
        for (int i = 0; i < count; i++) sites[i] = AtomV2000(_lines[4 + i], _before + 5 + i);
        if (_lines.FindIndex(4 + count, line => line.StartsWith("M  END", StringComparison.Ordinal)) is var end && end < 0)
            throw new UnreadableException(_before + _lines.Count, "The molecule has no line 'M  END'; the file is cut short.");
        SdfCharges.Apply(sites, _lines[(4 + count)..end], _before + 5 + count);
        return sites;
    }

    private static Site AtomV2000(string line, int number)
    {
        if (line.Length < 32 || !Fields.TryNumber(line.AsSpan(0, 10), out double x) || !Fields.TryNumber(line.AsSpan(10, 10), out double y)
            || !Fields.TryNumber(line.AsSpan(20, 10), out double z))
            throw new UnreadableException(number, "Here an atom, with three coordinates of ten characters each and an element, was expected.");
        string symbol = line[31..Math.Min(34, line.Length)].Trim();
        int code = line.Length >= 39 && Fields.TryWhole(line.AsSpan(36, 3).Trim(), out int written) ? written : 0;
        return Atom(symbol, new Vector3D(x, y, z), SdfCharges.OfCode(code), number);
    }

    private Site[] ReadV3000()
    {
        var sites = new List<Site>();
        bool inside = false, ended = false;
        for (int i = 4; i < _lines.Count && !ended; i++)
        {
            ended = _lines[i].StartsWith("M  END", StringComparison.Ordinal);
            if (!_lines[i].StartsWith("M  V30 ", StringComparison.Ordinal)) continue;
            int number = _before + i + 1;
            string line = _lines[i][7..];
            while (line.EndsWith('-') && i + 1 < _lines.Count && _lines[i + 1].StartsWith("M  V30 ", StringComparison.Ordinal))
                line = line[..^1] + _lines[++i][7..];
            if (line.StartsWith("BEGIN ATOM", StringComparison.Ordinal)) inside = true;
            else if (line.StartsWith("END ATOM", StringComparison.Ordinal)) inside = false;
            else if (inside) sites.Add(AtomV3000(Fields.Split(line), number));
        }
        return ended ? [.. sites] : throw new UnreadableException(_before + _lines.Count, "The molecule has no line 'M  END'; the file is cut short.");
    }

    private static Site AtomV3000(string[] words, int number)
    {
        if (words.Length < 5 || !Fields.TryVector(words, 2, out Vector3D position))
            throw new UnreadableException(number, "Here an atom with index, element and three coordinates was expected.");
        string? written = words.Skip(5).FirstOrDefault(word => word.StartsWith("CHG=", StringComparison.Ordinal));
        double? charge = written is not null && Fields.TryNumber(written.AsSpan(4), out double value) ? value : null;
        return Atom(words[1], position, charge, number);
    }

    private static Site Atom(string symbol, Vector3D position, double? charge, int line) => Fields.TryElement(symbol, out Element element)
        ? Fields.Placed(new Site([new Species(element, OxidationState: charge)], default, default), position, null, line)
        : throw new UnreadableException(line, $"There is no element '{symbol}'.");
}
