using System.Globalization;

namespace Lodestone.Matter.Formats;

/// <summary>XYZ and extended XYZ, any number of frames: crystals where a frame gives a <c>Lattice</c>, else molecules.</summary>
/// <remarks>The extended XYZ specification (libAtoms). Keys beside <c>Lattice</c>, <c>Properties</c> and <c>pbc</c> become properties.</remarks>
public sealed class XyzFormat : IStructureFormat
{
    /// <inheritdoc/>
    public string Name => "XYZ";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".extxyz", ".xyz"];

    /// <inheritdoc/>
    public bool LooksLike(string text)
    {
        var lines = new LineReader(text);
        if (lines.NextFilled() is not { } count || !Fields.TryWhole(count.Trim(), out int atoms) || atoms < 1) return false;
        return lines.Next() is not null && lines.Next() is { } atom && Fields.Split(atom) is { Length: >= 4 } words
            && (Fields.TryVector(words, 1, out _) || Fields.TryVector(words, words.Length - 3, out _));
    }

    /// <inheritdoc/>
    public StructureBoundary Boundary() => new XyzBoundary();

    /// <inheritdoc/>
    public IEnumerable<StructureReading> Read(string text, string source, ReadLimits? limits = null)
    {
        var reader = new XyzReader(text, limits ?? ReadLimits.Default);
        do
        {
            StructureReading reading;
            try
            {
                reading = reader.ReadFrame();
                if (reading.Name.Length == 0) reading = reading with { Name = source };
            }
            catch (UnreadableException e)
            {
                reading = StructureReading.Failed(source, e.In(source));
            }
            yield return reading;
        }
        while (reader.FindsNextFrame && !reader.AtEnd);
    }

    /// <inheritdoc/>
    public void Write(IEnumerable<(string Name, Structure Structure)> structures, TextWriter writer)
    {
        foreach ((string name, Structure structure) in structures)
        {
            if (!structure.Sites.All(site => site.IsOrdered))
                throw new NotSupportedException("XYZ cannot hold partly occupied sites; write .cif or .json.");
            bool magnetic = structure.Sites.Any(site => site.Moment is not null);
            writer.WriteLine(structure.Sites.Length.ToString(CultureInfo.InvariantCulture));
            if (structure.Lattice is { } lattice)
                writer.Write($"Lattice=\"{Fields.Text(lattice.Vectors.A)} {Fields.Text(lattice.Vectors.B)} {Fields.Text(lattice.Vectors.C)}\" ");
            writer.Write($"Properties=species:S:1:pos:R:3{(magnetic ? ":magmoms:R:3" : "")} name={XyzKeys.Quote(Fields.OneLine(name))} ");
            writer.WriteLine(structure.Lattice is null ? "pbc=\"F F F\"" : "pbc=\"T T T\"");
            foreach (Site site in structure.Sites)
                writer.WriteLine($"{site.Element} {Fields.Text(site.Cartesian)}{(magnetic ? " " + Fields.Text(site.Moment ?? default) : "")}");
        }
    }
}
