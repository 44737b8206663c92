using System.Globalization;

namespace Lodestone.Matter.Formats;

/// <summary>MDL structure-data files, V2000 and V3000: molecules with three-dimensional coordinates, any number of records.</summary>
/// <remarks>
/// CTfile formats (BIOVIA). Elements, positions, charges and data items are read; bonds are not, for a <see cref="Structure"/> has none.
/// </remarks>
public sealed class SdfFormat : IStructureFormat
{
    private const int LargestV2000 = 999;
    private const int ChargesALine = 8;

    /// <inheritdoc/>
    public string Name => "SDF";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".sdf", ".mol", ".sd"];

    /// <inheritdoc/>
    public bool LooksLike(string text)
    {
        var lines = new LineReader(text);
        for (int i = 0; i < 3; i++)
            if (lines.Next() is null) return false;
        return lines.Next() is { } counts && counts.TrimEnd() is var end && (end.EndsWith("V2000", StringComparison.Ordinal) || end.EndsWith("V3000", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public StructureBoundary Boundary() => new SdfBoundary();

    /// <inheritdoc/>
    public IEnumerable<StructureReading> Read(string text, string source, ReadLimits? limits = null)
    {
        var lines = new LineReader(text);
        do
        {
            SdfRecord record = SdfRecord.Take(lines);
            string name = record.Title.Length > 0 ? record.Title : source;
            StructureReading reading;
            try
            {
                reading = StructureReading.Of(name, record.Read(limits ?? ReadLimits.Default)) with { Properties = record.DataItems() };
            }
            catch (UnreadableException e)
            {
                reading = StructureReading.Failed(name, e.In(source));
            }
            yield return reading;
        }
        while (!lines.AtEnd);
    }

    /// <inheritdoc/>
    public void Write(IEnumerable<(string Name, Structure Structure)> structures, TextWriter writer)
    {
        foreach ((string name, Structure structure) in structures)
        {
            if (structure.Lattice is not null) throw new NotSupportedException("SDF holds molecules; write a crystal as .cif or .extxyz.");
            if (!structure.Sites.All(site => site.IsOrdered))
                throw new NotSupportedException("SDF cannot hold partly occupied sites; write .json.");
            writer.WriteLine(Fields.OneLine(name));
            writer.WriteLine("  Lodestone          3D");
            writer.WriteLine();
            if (structure.Sites.Length <= LargestV2000) WriteV2000(structure, writer);
            else WriteV3000(structure, writer);
            writer.WriteLine("M  END");
            writer.WriteLine("$$$$");
        }
    }

    private static void WriteV2000(Structure structure, TextWriter writer)
    {
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{structure.Sites.Length,3}  0  0  0  0  0  0  0  0  0999 V2000"));
        foreach (Site site in structure.Sites)
        {
            string x = Coordinate(site.Cartesian.X), y = Coordinate(site.Cartesian.Y), z = Coordinate(site.Cartesian.Z);
            writer.WriteLine($"{x}{y}{z} {site.Element.Symbol,-3} 0  0  0  0  0  0  0  0  0  0  0  0");
        }
        (int Atom, int Charge)[] charges = [.. structure.Sites.Select((site, i) => (i + 1, Charge(site))).Where(charge => charge.Item2 != 0)];
        foreach ((int Atom, int Charge)[] line in charges.Chunk(ChargesALine))
            writer.WriteLine($"M  CHG{line.Length,3}{string.Concat(line.Select(charge => $" {charge.Atom,3} {charge.Charge,3}"))}");
    }

    private static void WriteV3000(Structure structure, TextWriter writer)
    {
        writer.WriteLine("  0  0  0  0  0  0  0  0  0  0999 V3000");
        writer.WriteLine("M  V30 BEGIN CTAB");
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"M  V30 COUNTS {structure.Sites.Length} 0 0 0 0"));
        writer.WriteLine("M  V30 BEGIN ATOM");
        for (int i = 0; i < structure.Sites.Length; i++)
        {
            Site site = structure.Sites[i];
            string charge = Charge(site) == 0 ? "" : $" CHG={Charge(site)}";
            writer.WriteLine($"M  V30 {i + 1} {site.Element} {Fields.Text(site.Cartesian)} 0{charge}");
        }
        writer.WriteLine("M  V30 END ATOM");
        writer.WriteLine("M  V30 END CTAB");
    }

    private static int Charge(Site site) => (int)Math.Round(site.Species[0].OxidationState ?? 0);

    private static string Coordinate(double value)
    {
        string text = value.ToString("F4", CultureInfo.InvariantCulture);
        return text.Length <= 10 ? text.PadLeft(10) : throw new NotSupportedException("an SDF has no room for coordinates of 10,000 Å.");
    }
}
