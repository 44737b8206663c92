using System.Collections.Immutable;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>A row of <c>id_prop.csv</c> with its structure file.</summary>
internal sealed class CgcnnEntry(
    string folder, string name, string table, int line, ImmutableArray<string> names, ImmutableArray<string> values, ReadLimits limits)
    : Entry(IdOf(name, names, values), table, line)
{
    private static readonly string[] Endings =
        [".cif", .. StructureFile.Formats.SelectMany(format => format.Endings).Where(ending => ending.StartsWith('.') && ending != ".cif")];

    /// <summary>The structure file of a name in the table: the name itself, or with the ending of a format, packed or not. Null where there is none.</summary>
    public static string? FileOf(string folder, string name)
    {
        if (name.Length == 0 || name.Contains('\0')) return null;
        string path = Path.GetFullPath(Path.Combine(folder, name));
        if (!path.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return null;
        if (StructureFile.ByName(name) is not null && File.Exists(path)) return path;
        return Endings.SelectMany(ending => new[] { path + ending, path + ending + ".gz" }).FirstOrDefault(File.Exists);
    }

    protected override IReadOnlyList<MaterialReading> Parse()
    {
        if (FileOf(folder, name) is not { } file)
        {
            string wanted = StructureFile.ByName(name) is null ? name + Endings[0] : name;
            return [Failed($"There is no '{wanted}' in the folder '{folder}', nor that name with another ending of a structure file.")];
        }
        StructureReading[] readings = [.. StructureFile.Read(file, limits)];
        if (readings.Length != 1) return [Failed($"The file '{file}' holds {readings.Length} structures where one is wanted.")];
        MaterialReading reading = Materials.Of(Id, file, readings[0]);
        return reading.Material is { } material ? [reading with { Material = material with { Properties = Properties(material.Properties) } }] : [reading];
    }

    private ImmutableDictionary<string, string> Properties(ImmutableDictionary<string, string> ofStructure)
    {
        var properties = ofStructure.ToBuilder();
        for (int i = 0; i < names.Length; i++)
            if (values[i].Length > 0 && !TableColumns.IsId(names[i])) properties[names[i]] = values[i];
        return properties.ToImmutable();
    }

    private static string IdOf(string name, ImmutableArray<string> names, ImmutableArray<string> values)
    {
        int column = Enumerable.Range(0, names.Length).FirstOrDefault(i => TableColumns.IsId(names[i]), -1);
        return column >= 0 && values[column].Length > 0 ? values[column] : FileNames.Stem(name);
    }
}
