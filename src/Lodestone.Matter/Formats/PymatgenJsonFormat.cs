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

    /// <summary>Reads one structure or molecule that stands anywhere in a document; whatever is wrong with it becomes a failure.</summary>
    /// <param name="structure">The object of its <c>as_dict()</c>, or one that holds it under <c>structure</c> or <c>molecule</c>.</param>
    /// <param name="source">The file as the user knows it, for messages and as its name where it has none.</param>
    /// <param name="line">The line on which it stands, where that is known.</param>
    public static StructureReading Read(JsonElement structure, string source, int? line = null) => PymatgenReader.Read(structure, source, line, ReadLimits.Default);

    /// <inheritdoc/>
    public void Write(IEnumerable<(string Name, Structure Structure)> structures, TextWriter writer)
    {
        string[] documents = [.. structures.Select(item => PymatgenWriter.Write(item.Name, item.Structure))];
        writer.WriteLine(documents.Length == 1 ? documents[0] : $"[{string.Join(",\n", documents)}]");
    }
}
