using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>Some structures of a file.</summary>
/// <param name="source">The file as the user knows it; its ending says the format.</param>
/// <param name="portion">Their text.</param>
/// <param name="limits">How many sites a structure may have.</param>
internal sealed class PortionEntry(string source, StructurePortion portion, ReadLimits limits)
    : Entry(FileNames.Stem(source), source, null)
{
    public override long Weight => sizeof(char) * (long)portion.Text.Length;

    protected override IReadOnlyList<MaterialReading> Parse()
    {
        StructureReading[] readings = [.. portion.Read(Source, limits)];
        if (readings.Length == 0) return [Failed("It has no structure in it.")];
        bool alone = portion.IsOnly && readings.Length == 1;
        return [.. readings.Select((reading, index) => Materials.Of(alone ? Id : NameOf(reading, portion.StructuresBefore + index), Source, reading))];
    }

    private string NameOf(StructureReading reading, int index)
    {
        bool named = reading.Name.Length > 0 && reading.Name != Source && reading.Name != Id;
        return named ? reading.Name : $"{Id}-{index + 1}";
    }
}
