namespace Lodestone.Matter.Formats;

/// <summary>VASP's POSCAR and CONTCAR, of VASP 4 (no line of elements) and later. One crystal a file; velocities are not read.</summary>
/// <remarks>The VASP manual, "POSCAR".</remarks>
public sealed class PoscarFormat : IStructureFormat
{
    private readonly IReadOnlyList<Element>? _kinds;

    /// <summary>Makes the format.</summary>
    /// <param name="kinds">The elements, one a count, of files that name none; without them such a file is a failure.</param>
    public PoscarFormat(IReadOnlyList<Element>? kinds = null) => _kinds = kinds;

    /// <inheritdoc/>
    public string Name => "POSCAR";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".vasp", ".poscar", ".contcar", "poscar", "contcar"];

    /// <inheritdoc/>
    public bool LooksLike(string text)
    {
        var lines = new LineReader(text);
        lines.Next();
        if (lines.Next() is not { } scale || Fields.Split(scale) is not [var first, ..] || !Fields.TryNumber(first, out _)) return false;
        for (int i = 0; i < 3; i++)
            if (lines.Next() is not { } vector || !Fields.TryVector(Fields.Split(vector), 0, out _)) return false;
        return lines.Next() is { } kinds && Fields.Split(kinds) is [var kind, ..] && (char.IsLetter(kind[0]) || Fields.TryWhole(kind, out _));
    }

    /// <inheritdoc/>
    public IEnumerable<StructureReading> Read(string text, string source, ReadLimits? limits = null)
    {
        try
        {
            return [StructureReading.Of(source, new PoscarReader(text, _kinds, limits ?? ReadLimits.Default).Read())];
        }
        catch (UnreadableException e)
        {
            return [StructureReading.Failed(source, e.In(source))];
        }
    }

    /// <inheritdoc/>
    public void Write(IEnumerable<(string Name, Structure Structure)> structures, TextWriter writer)
    {
        using IEnumerator<(string Name, Structure Structure)> one = structures.GetEnumerator();
        if (!one.MoveNext()) throw new NotSupportedException("a POSCAR holds one crystal, and there is none.");
        (string name, Structure structure) = one.Current;
        if (one.MoveNext()) throw new NotSupportedException("a POSCAR holds one crystal; write several as .extxyz or .jsonl.");
        if (structure.Lattice is not { } lattice) throw new NotSupportedException("a POSCAR needs a cell; write a molecule as .xyz or .sdf.");
        if (!structure.Sites.All(site => site.IsOrdered))
            throw new NotSupportedException("a POSCAR cannot hold partly occupied sites; write .cif or .json.");

        List<(string Symbol, int Count)> runs = Runs(structure);
        writer.WriteLine(Fields.OneLine(name));
        writer.WriteLine("1.0");
        for (int i = 0; i < 3; i++) writer.WriteLine(Fields.Text(lattice.Vectors[i]));
        writer.WriteLine(string.Join(' ', runs.Select(run => run.Symbol)));
        writer.WriteLine(string.Join(' ', runs.Select(run => run.Count)));
        writer.WriteLine("Direct");
        foreach (Site site in structure.Sites) writer.WriteLine(Fields.Text(site.Fractional));
    }

    /// <summary>Sites of one element behind one another; their order is kept, so an element may come again.</summary>
    private static List<(string Symbol, int Count)> Runs(Structure structure)
    {
        var runs = new List<(string Symbol, int Count)>();
        foreach (Site site in structure.Sites)
        {
            if (runs.Count > 0 && runs[^1].Symbol == site.Element.Symbol) runs[^1] = (site.Element.Symbol, runs[^1].Count + 1);
            else runs.Add((site.Element.Symbol, 1));
        }
        return runs;
    }
}
