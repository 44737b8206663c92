using System.Collections.Immutable;
using Lodestone.Data.Sources;
using Lodestone.Data.Tables;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data;

/// <summary>Writes materials as a folder: one structure file each and a table of their properties, as CGCNN and ALIGNN read them.</summary>
public static class MaterialFolder
{
    private const string Target = "target";

    /// <summary>
    /// Writes a file for every material with a structure, named by its id, and <c>id_prop.csv</c>: the name of the file (for <c>.cif</c> without its
    /// ending) and the properties. The table begins with a line of names, unless <c>target</c> is the only one. Ids that cannot be names of files, or are
    /// there twice, are changed, and stand in a column <c>id</c>. <see cref="MaterialSource"/> reads the folder again.
    /// </summary>
    /// <param name="readings">The source. Properties are held in memory, structures are not.</param>
    /// <param name="folder">The folder, new or empty; it appears whole or not at all.</param>
    /// <param name="ending">The ending that names the format of the files: <c>.cif</c>, <c>.vasp</c>, <c>.extxyz</c>, <c>.json</c> and others.</param>
    /// <returns>How many materials were written, and what could not be.</returns>
    /// <exception cref="InputException">The ending names no format, the folder holds something, cannot be written, or no material could be.</exception>
    public static ConversionResult Write(IEnumerable<MaterialReading> readings, string folder, string ending = ".cif")
    {
        IStructureFormat format = StructureFile.Formats.FirstOrDefault(format => format.Endings.Contains(ending) && ending[0] == '.') ?? throw new InputException(
            $"'{ending}' is the ending of no format of structures; use one of {string.Join(", ", StructureFile.Formats.Select(f => f.Endings[0]))}.");
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new InputException($"'{folder}' is there already and not empty; name a new folder.");
        string temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(temporary);
            ConversionResult result = WriteFiles(readings, folder, temporary, format, ending);
            if (Directory.Exists(target)) Directory.Delete(target);
            Directory.Move(temporary, target);
            return result;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder '{folder}' cannot be written: {e.Message.TrimEnd('.')}; choose another place or free it.", e);
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        }
    }

    private static ConversionResult WriteFiles(IEnumerable<MaterialReading> readings, string folder, string temporary, IStructureFormat format, string ending)
    {
        var failures = ImmutableArray.CreateBuilder<ReadFailure>();
        var names = new UniqueFileNames();
        var rows = new List<(string Name, Material Material)>();
        foreach (Material material in MaterialConverter.Readable(readings, failures))
        {
            string name = names.Of(material.Id);
            if (WhyNot(material, format, Path.Combine(temporary, name + ending)) is { } reason) failures.Add(new ReadFailure(material.Id, null, reason));
            else rows.Add((name, material with { Structure = null }));
        }
        if (rows.Count == 0) throw new InputException($"The folder '{folder}' was not written: {MaterialConverter.WhyNothing(failures)}");
        WriteTable(Path.Combine(temporary, CgcnnFolder.TableName), rows, ending == ".cif" ? "" : ending);
        return new ConversionResult(rows.Count, failures.ToImmutable());
    }

    private static string? WhyNot(Material material, IStructureFormat format, string path)
    {
        if (material.Structure is not { } structure) return MaterialConverter.NoStructure;
        using var text = new StringWriter { NewLine = "\n" };
        try
        {
            format.Write([(material.Id, structure)], text);
        }
        catch (NotSupportedException e)
        {
            return $"It cannot be written: {e.Message}";
        }
        File.WriteAllText(path, text.ToString());
        return null;
    }

    private static void WriteTable(string path, List<(string Name, Material Material)> rows, string ending)
    {
        string[] properties = [.. rows.SelectMany(row => row.Material.Properties.Keys).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => !TableColumns.IsId(name)).Order(StringComparer.Ordinal)];
        bool renamed = rows.Any(row => row.Name != row.Material.Id);
        AtomicFile.Write(path, stream =>
        {
            string[] names = ["file", .. renamed ? [TableColumns.IdName] : Array.Empty<string>(), .. properties];
            var table = new DelimitedEncoder(stream, [.. names.Select(TableColumn.Text)], ',', header: names is not ([_, Target] or [_]));
            foreach ((string name, Material material) in rows)
            {
                IEnumerable<Cell> values = properties.Select(property => (Cell)material.Properties.GetValueOrDefault(property));
                table.Write([name + ending, .. renamed ? [material.Id] : Array.Empty<Cell>(), .. values]);
            }
            table.Finish();
        });
    }
}
