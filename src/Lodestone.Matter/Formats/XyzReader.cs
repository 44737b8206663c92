using System.Collections.Immutable;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats;

/// <summary>Reads the frames of an (extended) XYZ text one after another.</summary>
internal sealed class XyzReader(string text, ReadLimits limits)
{
    private static readonly string[] NameKeys = ["name", "id", "material_id"];

    private readonly LineReader _lines = new(text);

    /// <summary>True when no frame is left.</summary>
    public bool AtEnd => _lines.AtEnd;

    /// <summary>False once a frame's number of atoms could not be read: where the next one begins is unknown then.</summary>
    public bool FindsNextFrame { get; private set; } = true;

    /// <summary>Reads a frame. Its name is empty where it has none.</summary>
    /// <exception cref="UnreadableException">It cannot be read. The next frame may be, if <see cref="FindsNextFrame"/>.</exception>
    public StructureReading ReadFrame()
    {
        string first = _lines.NextFilled() ?? throw new UnreadableException(null, "The file is empty.");
        if (!Fields.TryWhole(first.Trim(), out int count) || count < 1)
        {
            FindsNextFrame = false;
            throw new UnreadableException(_lines.Line, "A frame must begin with its number of atoms, at least 1.");
        }
        int start = _lines.Line;
        string comment = _lines.Next() ?? "";
        var atoms = new List<string>();
        while (atoms.Count < count && _lines.Next() is { } line) atoms.Add(line);
        if (atoms.Count < count)
            throw new UnreadableException(_lines.Line, $"The file ends after {atoms.Count} of the {count} atoms of this frame; it is cut short.");
        if (count > limits.Sites) throw new UnreadableException(start, limits.TooManySites(count));
        bool isQm9 = Qm9Frame.HasTitle(comment);
        if (isQm9) Qm9Frame.PassOverEnd(_lines);
        StructureReading frame = Frame(comment, atoms, start + 1);
        return isQm9 ? frame with { Name = Qm9Frame.NameOf(comment), Properties = Qm9Frame.PropertiesOf(comment) } : frame;
    }

    private static StructureReading Frame(string comment, List<string> atoms, int commentLine)
    {
        List<KeyValuePair<string, string>>? keys = XyzKeys.Parse(comment);
        if (keys is null && comment.Contains("Lattice=", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableException(commentLine, "The comment line has a quote or bracket that is not closed.");
        string? Value(string key) => keys?.FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;

        XyzColumns columns = Value("Properties") is { } properties ? XyzColumns.Parse(properties, commentLine) : XyzColumns.Plain;
        var warnings = new List<string>();
        Lattice? lattice = Cell(Value("Lattice"), Value("pbc"), commentLine, warnings);
        IEnumerable<Site> sites = atoms.Select((line, i) => columns.Read(line, lattice, commentLine + 1 + i));
        Structure structure = OverlapCheck.Apply(new Structure(lattice, [.. sites], [.. warnings]), commentLine);
        if (keys is null) return StructureReading.Of(comment.Trim(), structure);
        return StructureReading.Of(NameKeys.Select(Value).FirstOrDefault(name => name is not null) ?? "", structure) with
        {
            Properties = Others(keys),
        };
    }

    private static Lattice? Cell(string? lattice, string? periodic, int line, List<string> warnings)
    {
        bool[] flags = [.. Fields.Split(periodic ?? "").Select(flag => flag.Trim(',').ToUpperInvariant() is "T" or "TRUE" or "1")];
        if (lattice is null)
        {
            if (flags.Contains(true)) warnings.Add("The frame is said to be periodic but gives no lattice; it was read as a molecule.");
            return null;
        }
        if (!Periodicity.IsCrystal(flags, warnings)) return null;
        string[] words = lattice.Split([' ', '\t', ',', '[', ']', '{', '}'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 9 || !Fields.TryVector(words, 0, out Vector3D a) || !Fields.TryVector(words, 3, out Vector3D b)
            || !Fields.TryVector(words, 6, out Vector3D c))
            throw new UnreadableException(line, $"Lattice '{lattice}' is not nine numbers.");
        return Fields.Lattice(new Matrix3D(a, b, c), line);
    }

    private static ImmutableDictionary<string, string> Others(List<KeyValuePair<string, string>> keys)
    {
        var others = ImmutableDictionary.CreateBuilder<string, string>();
        foreach ((string key, string value) in keys)
            if (key.ToUpperInvariant() is not ("LATTICE" or "PROPERTIES" or "PBC")) others[key] = value;
        return others.ToImmutable();
    }
}
