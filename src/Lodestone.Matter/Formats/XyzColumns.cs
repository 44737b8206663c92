using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats;

/// <summary>Where, in the atom lines of a frame, species, position and moment stand.</summary>
internal sealed class XyzColumns
{
    private static readonly string[] SpeciesNames = ["species", "element", "elements", "z", "numbers", "atomic_numbers"];
    private static readonly string[] MomentNames = ["magmoms", "magmom", "initial_magmoms", "magnetic_moments"];

    private readonly int _species, _position, _moment, _momentLength, _count;

    private XyzColumns(int species, int position, int moment, int momentLength, int count) =>
        (_species, _position, _moment, _momentLength, _count) = (species, position, moment, momentLength, count);

    /// <summary>Plain XYZ: the element, then the position.</summary>
    public static XyzColumns Plain { get; } = new(0, 1, -1, 0, 4);

    /// <summary>Reads a value of <c>Properties</c>, such as <c>species:S:1:pos:R:3</c>.</summary>
    public static XyzColumns Parse(string properties, int line)
    {
        string[] parts = properties.Split(':');
        int species = -1, position = -1, moment = -1, momentLength = 0, column = 0;
        for (int i = 0; i + 2 < parts.Length; i += 3)
        {
            if (!Fields.TryWhole(parts[i + 2], out int width) || width is < 1 or > 1000) break;
            string name = parts[i].ToLowerInvariant();
            if (species < 0 && width == 1 && SpeciesNames.Contains(name)) species = column;
            else if (position < 0 && width == 3 && name is "pos" or "positions") position = column;
            else if (moment < 0 && width is 1 or 3 && MomentNames.Contains(name)) (moment, momentLength) = (column, width);
            column += width;
        }
        if (parts.Length % 3 != 0 || species < 0 || position < 0)
            throw new UnreadableException(line, $"Properties '{properties}' does not give the columns species:S:1 and pos:R:3.");
        return new XyzColumns(species, position, moment, momentLength, column);
    }

    /// <summary>Reads an atom line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="lattice">The cell of its frame, or null.</param>
    /// <param name="line">Its number in the file.</param>
    public Site Read(string text, Lattice? lattice, int line)
    {
        string[] words = Fields.Split(text);
        if (words.Length < _count)
            throw new UnreadableException(line, $"An atom with {_count} columns was expected, '{Shortened(text)}' has {words.Length}.");
        string name = words[_species];
        if (!Fields.TryElement(name, out Element element) && !IsNumber(name, out element))
            throw new UnreadableException(line, $"There is no element '{name}'.");
        if (!Fields.TryVector(words, _position, out Vector3D position))
            throw new UnreadableException(line, $"The position of the atom '{Shortened(text)}' is not three numbers.");
        return Fields.Placed(new Site([new Species(element)], default, default) { Moment = Moment(words, line) }, position, lattice, line);
    }

    private Vector3D? Moment(string[] words, int line)
    {
        if (_moment < 0) return null;
        if (_momentLength == 3 && Fields.TryVector(words, _moment, out Vector3D vector)) return Fields.Moment(vector, line);
        if (_momentLength == 1 && Fields.TryNumber(words[_moment], out double size)) return Fields.Moment(new Vector3D(0, 0, size), line);
        throw new UnreadableException(line, $"The magnetic moment '{words[_moment]}' is not a number.");
    }

    private static bool IsNumber(string text, out Element element)
    {
        element = default;
        if (!Fields.TryWhole(text, out int number) || number is < 1 or > Element.Count) return false;
        element = new Element(number);
        return true;
    }

    private static string Shortened(string text) => text.Length <= 60 ? text.Trim() : text[..60].Trim() + "…";
}
