using System.Text.Json;

namespace Lodestone.Matter.Formats;

/// <summary>Pymatgen structures and molecules as JSON, one a line. What cannot be read is a failure of its line.</summary>
public sealed class PymatgenJsonLinesFormat : IStructureFormat
{
    /// <inheritdoc/>
    public string Name => "pymatgen JSON lines";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".jsonl", ".ndjson"];

    /// <inheritdoc/>
    public bool LooksLike(string text) => text.AsSpan().TrimStart("\uFEFF \t\r\n") is ['{', ..];

    /// <inheritdoc/>
    public IEnumerable<StructureReading> Read(string text, string source, ReadLimits? limits = null)
    {
        return FirstLineIsWhole(text) || !IsOneDocument(text) ? ReadLines(text, source, limits) : new PymatgenJsonFormat().Read(text, source, limits);
    }

    /// <inheritdoc/>
    public void Write(IEnumerable<(string Name, Structure Structure)> structures, TextWriter writer)
    {
        foreach ((string name, Structure structure) in structures) writer.WriteLine(PymatgenWriter.Write(name, structure));
    }

    /// <summary>Reads each line as a document.</summary>
    internal static IEnumerable<StructureReading> ReadLines(string text, string source, ReadLimits? limits)
    {
        var lines = new LineReader(text);
        while (lines.NextFilled() is { } line)
        {
            StructureReading reading;
            try
            {
                reading = PymatgenReader.Read(PymatgenReader.Parse(line), source, lines.Line, limits);
            }
            catch (JsonException)
            {
                reading = StructureReading.Failed(source, new ReadFailure(source, lines.Line, "The line is not JSON, or it is cut short."));
            }
            yield return reading;
        }
    }

    /// <summary>True when the first line with anything on it is a JSON document by itself.</summary>
    internal static bool FirstLineIsWhole(string text) =>
        new LineReader(text).NextFilled() is { } line && line.AsSpan().TrimEnd().EndsWith("}") && IsOneDocument(line);

    private static bool IsOneDocument(string text)
    {
        try
        {
            PymatgenReader.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
