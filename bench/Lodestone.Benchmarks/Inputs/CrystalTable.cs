using System.IO.Compression;
using CsvHelper;

namespace Lodestone.Benchmarks.Inputs;

/// <summary>The column <c>cif</c> of a table of real crystals, <c>.csv</c> or <c>.csv.gz</c>.</summary>
internal static class CrystalTable
{
    /// <summary>Reads every cell of the column.</summary>
    /// <param name="path">Path of the table.</param>
    /// <exception cref="InvalidDataException">The table has no such column.</exception>
    public static string[] Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using CsvReader reader = CsvReader.Create(content, new CsvReaderOptions { HasHeader = false }, leaveOpen: true);
        int column = reader.Read() ? Enumerable.Range(0, reader.FieldCount).FirstOrDefault(i => reader.GetString(i) == "cif", -1) : -1;
        if (column < 0) throw new InvalidDataException($"The table '{path}' has no column 'cif'.");
        var texts = new List<string>();
        while (reader.Read()) texts.Add(reader.GetString(column)!);
        return [.. texts];
    }
}
