using System.Collections.Immutable;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>A row of <c>id_prop.csv</c> with its CIF file.</summary>
internal sealed class CgcnnEntry(
    string folder, string id, string table, int line, ImmutableArray<string> names, ImmutableArray<string> values) : Entry(id, table, line)
{
    protected override IReadOnlyList<MaterialReading> Parse()
    {
        string file = Path.Combine(folder, Id + ".cif");
        if (!File.Exists(file)) return [Failed($"The file '{file}' that it speaks of does not exist.")];
        StructureReading[] readings = [.. StructureFile.Read(file, FileContent.Decode(Folder.ReadFile(file)))];
        if (readings.Length != 1) return [Failed($"The file '{file}' holds {readings.Length} structures where one is wanted.")];
        MaterialReading reading = Materials.Of(Id, file, readings[0]);
        return reading.Material is { } material ? [reading with { Material = material with { Properties = Properties() } }] : [reading];
    }

    private ImmutableDictionary<string, string> Properties()
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string>();
        for (int i = 0; i < names.Length; i++)
            if (values[i].Length > 0) properties[names[i]] = values[i];
        return properties.ToImmutable();
    }
}
