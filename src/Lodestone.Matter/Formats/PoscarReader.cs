using System.Collections.Immutable;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats;

/// <summary>Reads one POSCAR.</summary>
internal sealed class PoscarReader(string text, IReadOnlyList<Element>? kinds, ReadLimits limits)
{
    private static readonly Site Nameless = new([], default, default);

    private readonly LineReader _lines = new(text);
    private readonly List<string> _warnings = [];

    public Structure Read()
    {
        string title = _lines.Require("the title");
        string scale = _lines.Require("the scale of the cell");
        int scaleLine = _lines.Line;
        var rows = new Matrix3D(Vector("a lattice vector"), Vector("a lattice vector"), Vector("a lattice vector"));
        (Matrix3D cell, Vector3D factors) = Scale(rows, scale, scaleLine);
        Lattice lattice = Fields.Lattice(cell, scaleLine + 1);

        PoscarKinds named = PoscarKinds.Read(_lines, limits);
        bool cartesian = IsCartesian(named.Mode);
        int count = named.Counts.Sum();
        var atoms = new List<Site>();
        var labels = new List<string?>();
        while (atoms.Count < count)
        {
            Vector3D position = Position(atoms.Count, count, out string? label);
            labels.Add(label);
            atoms.Add(cartesian
                ? Fields.Placed(Nameless, Times(position, factors), lattice, _lines.Line)
                : Fields.Placed(Nameless, lattice.ToCartesian(position), position, lattice, _lines.Line));
        }
        Element[] elements = Elements(named, title, labels);
        IEnumerable<Site> sites = atoms.Select((atom, i) => atom with { Species = [new Species(elements[i])] });
        return OverlapCheck.Apply(new Structure(lattice, [.. sites], [.. _warnings]));
    }

    private Vector3D Vector(string what) => Fields.TryVector(Fields.Split(_lines.Require(what)), 0, out Vector3D vector)
        ? vector
        : throw new UnreadableException(_lines.Line, $"Here {what} of three numbers was expected.");

    /// <summary>One positive factor; a negative one is the volume; three are for x, y and z.</summary>
    private static (Matrix3D Cell, Vector3D Factors) Scale(Matrix3D rows, string line, int number)
    {
        string[] words = Fields.Split(line);
        if (!Fields.TryVector(words, 0, out Vector3D factors) || factors.X <= 0 || factors.Y <= 0 || factors.Z <= 0)
        {
            if (words.Length == 0 || !Fields.TryNumber(words[0], out double factor) || factor == 0)
                throw new UnreadableException(number, "The second line must be the scale of the cell: one number, or three positive ones.");
            if (factor < 0) factor = Math.Cbrt(-factor / Math.Abs(rows.Determinant));
            if (!double.IsFinite(factor)) throw new UnreadableException(number, "The cell has no volume: its three vectors lie in one plane.");
            factors = new Vector3D(factor, factor, factor);
        }
        return (new(Times(rows.A, factors), Times(rows.B, factors), Times(rows.C, factors)), factors);
    }

    private bool IsCartesian(string line)
    {
        string mode = line.TrimStart();
        if (mode.StartsWith('S') || mode.StartsWith('s')) mode = _lines.Require("the kind of coordinates").TrimStart();
        if (mode.Length == 0 || !char.IsLetter(mode[0]))
            throw new UnreadableException(_lines.Line, "Here 'Direct' or 'Cartesian' was expected.");
        return mode[0] is 'C' or 'c' or 'K' or 'k';
    }

    private Vector3D Position(int index, int count, out string? label)
    {
        string[] words = Fields.Split(_lines.Require($"atom {index + 1} of {count}"));
        if (!Fields.TryVector(words, 0, out Vector3D position))
            throw new UnreadableException(_lines.Line, $"Here the three coordinates of atom {index + 1} of {count} were expected.");
        label = words.Skip(3).Where(word => word is not ("T" or "F" or "#" or "!" or ".TRUE." or ".FALSE.")).Select(word => word.TrimStart('#', '!'))
            .FirstOrDefault();
        return position;
    }

    private Element[] Elements(PoscarKinds named, string title, List<string?> labels)
    {
        int[] counts = named.Counts;
        if (named.Elements is not null) return Expand(counts, named.Elements);
        if (TitleElements(title, counts) is { } titled)
        {
            _warnings.Add("The file has no line of elements; they were taken from its title.");
            return Expand(counts, titled);
        }
        var labelled = ImmutableArray.CreateBuilder<Element>(labels.Count);
        foreach (string? label in labels)
            if (label is not null && Fields.TryElement(label.TrimEnd("0123456789+-'".ToCharArray()), out Element element)) labelled.Add(element);
        if (labelled.Count == labels.Count)
        {
            _warnings.Add("The file has no line of elements; they were taken from the labels behind the positions.");
            return [.. labelled];
        }
        if (kinds is not null && kinds.Count >= counts.Length)
        {
            _warnings.Add("The file names no elements; they were given from outside.");
            return Expand(counts, kinds);
        }
        throw new UnreadableException(6, "The file names no elements: add a line with their symbols above the numbers of atoms.");
    }

    private static Element[]? TitleElements(string title, int[] counts)
    {
        string[] words = Fields.Split(title);
        if (words.Length != counts.Length) return null;
        var elements = new Element[words.Length];
        for (int i = 0; i < words.Length; i++)
            if (!Element.TryParse(words[i], out elements[i])) return null;
        return elements;
    }

    private static Element[] Expand(int[] counts, IReadOnlyList<Element> elements) =>
        counts.SelectMany((count, i) => Enumerable.Repeat(elements[i], count)).ToArray();

    private static Vector3D Times(Vector3D v, Vector3D factors) => new(v.X * factors.X, v.Y * factors.Y, v.Z * factors.Z);
}
