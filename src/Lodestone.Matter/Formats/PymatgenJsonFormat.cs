using System.Text.Json;

namespace Lodestone.Matter.Formats;

/// <summary>
/// A JSON document of pymatgen structures and molecules as their <c>as_dict()</c> gives them: one, an array of them, or an object that holds
/// one under <c>structure</c> or <c>molecule</c> with properties beside it.
/// </summary>
public sealed class PymatgenJsonFormat : IStructureFormat
{
    /// <inheritdoc/>
    public string Name => "pymatgen JSON";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".json"];

    /// <inheritdoc/>
    public bool LooksLike(string text) => text.AsSpan().TrimStart("\uFEFF \t\r\n") is ['{' or '[', ..];

    /// <inheritdoc/>
    public IEnumerable<StructureReading> Read(string text, string source, ReadLimits? limits = null)
    {
        JsonElement root;
        try
        {
            root = PymatgenReader.Parse(text);
        }
        catch (JsonException e)
        {
            // Several objects behind one another are JSON lines under another ending.
            if (e.LineNumber > 0 && PymatgenJsonLinesFormat.FirstLineIsWhole(text)) return PymatgenJsonLinesFormat.ReadLines(text, source, limits);
            int? line = (int?)e.LineNumber + 1;
            return [StructureReading.Failed(source, new ReadFailure(source, line, "The text is not JSON, or it is cut short."))];
        }
        if (root.ValueKind != JsonValueKind.Array) return [PymatgenReader.Read(root, source, null, limits)];
        if (root.GetArrayLength() == 0) return [StructureReading.Failed(source, new ReadFailure(source, null, "The array holds no structure."))];
        return root.EnumerateArray().Select(item => PymatgenReader.Read(item, source, null, limits));
    }

    /// <inheritdoc/>
    public void Write(IEnumerable<(string Name, Structure Structure)> structures, TextWriter writer)
    {
        string[] documents = [.. structures.Select(item => PymatgenWriter.Write(item.Name, item.Structure))];
        writer.WriteLine(documents.Length == 1 ? documents[0] : $"[{string.Join(",\n", documents)}]");
    }
}
