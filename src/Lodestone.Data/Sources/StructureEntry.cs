using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>A file of one or many structures.</summary>
/// <param name="source">The file as the user knows it; its ending says the format.</param>
/// <param name="content">Gives the bytes, decompressed or not, when the file's turn has come.</param>
internal sealed class StructureEntry(string source, Func<byte[]> content) : Entry(FileNames.Stem(source), source, null)
{
    protected override IReadOnlyList<MaterialReading> Parse()
    {
        byte[] bytes = content();
        if (FileNames.Ends(Source, ".gz"))
            bytes = FileContent.ReadAll(FileContent.Gunzip(new MemoryStream(bytes)));
        StructureReading[] readings = [.. StructureFile.Read(Source, FileContent.Decode(bytes))];
        if (readings.Length == 0) return [Failed("It has no structure in it.")];
        return [.. readings.Select((reading, index) => Materials.Of(NameOf(reading, index, readings.Length), Source, reading))];
    }

    private string NameOf(StructureReading reading, int index, int count)
    {
        if (count == 1) return Id;
        bool named = reading.Name.Length > 0 && reading.Name != Source && reading.Name != Id;
        return named ? reading.Name : $"{Id}-{index + 1}";
    }
}
