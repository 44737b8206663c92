using Lodestone.Matter.Formats.Cif;

namespace Lodestone.Matter.Formats;

/// <summary>
/// Crystallographic Information Files, CIF 1.1 and 2.0, and magnetic CIFs: one reading for each data block that lists atoms.
/// </summary>
/// <remarks>
/// Symmetry is expanded: the structure holds all atoms of the cell. Operators win over symbols. Sites nearer than 0.01 Å are one site.
/// What had to
/// be assumed or repaired is in <see cref="Structure.Warnings"/>.
/// </remarks>
public sealed class CifFormat : IStructureFormat
{
    /// <inheritdoc/>
    public string Name => "CIF";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".cif", ".mcif"];

    /// <inheritdoc/>
    public bool LooksLike(string text)
    {
        var lines = new LineReader(text);
        string? line;
        do line = lines.NextFilled()?.TrimStart('\uFEFF', ' ', '\t');
        while (line is ['#', ..]);
        return line?.StartsWith("data_", StringComparison.OrdinalIgnoreCase) ?? false;
    }

    /// <inheritdoc/>
    public StructureBoundary Boundary() => new CifBoundary();

    /// <inheritdoc/>
    public IEnumerable<StructureReading> Read(string text, string source, ReadLimits? limits = null)
    {
        CifDocument document = CifDocument.Parse(text);
        List<CifBlock> blocks = [.. document.Blocks.Where(CifAtomReader.HasPlacedAtoms)];
        if (blocks.Count == 0) blocks = [.. document.Blocks.Where(CifAtomReader.HasAtoms)];
        if (blocks.Count == 0) return [StructureReading.Failed(source, WhyNothing(document, source))];
        return blocks.Select(block => Read(block, source, limits ?? ReadLimits.Default));
    }

    /// <inheritdoc/>
    public void Write(IEnumerable<(string Name, Structure Structure)> structures, TextWriter writer)
    {
        foreach ((string name, Structure structure) in structures) CifWriter.Write(name, structure, writer);
    }

    private static StructureReading Read(CifBlock block, string source, ReadLimits limits)
    {
        string name = block.Name.Length > 0 ? block.Name : source;
        try
        {
            return StructureReading.Of(name, new CifStructureReader(block, limits).Read());
        }
        catch (UnreadableException e)
        {
            return StructureReading.Failed(name, e.In(source));
        }
    }

    private static ReadFailure WhyNothing(CifDocument document, string source)
    {
        if (document.Blocks.Count == 0) return new ReadFailure(source, null, "The file is empty: it has no data block.");
        foreach (CifBlock block in document.Blocks)
            if (block.Faults.FirstOrDefault(fault => fault.Tag is null) is { } fatal) return new ReadFailure(
                source, fatal.Line, fatal.Message);
        if (document.Blocks.All(block => block.IsEmpty) && document.Blocks[0].Faults is [var first, ..])
            return new ReadFailure(
                source, first.Line, document.Blocks[0].HasHeading ? first.Message : "The file is not a CIF: it has no data_ heading and no data names.");
        if (document.Blocks.Any(block => block.HasTagsOf("_chem_comp_atom_")))
            return new ReadFailure(
                source, document.Blocks[0].Line, "The file describes a chemical component, not a crystal: it has no _atom_site list.");
        return new ReadFailure(
            source, document.Blocks[0].Line, "No data block lists atoms with coordinates (_atom_site_fract_x or _atom_site_Cartn_x).");
    }
}
