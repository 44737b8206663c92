using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>A file with the JSON of one structure a line.</summary>
/// <param name="source">The file as the user knows it.</param>
/// <param name="open">Opens its decompressed content.</param>
internal sealed class JsonLines(string source, Func<Stream> open) : EntryStream
{
    public override IEnumerable<Entry> Entries()
    {
        using var reader = new StreamReader(open());
        for (int line = 1; ; line++)
        {
            string? text = Next(reader, out string? failure);
            if (failure is not null) yield return new FailedEntry(source, source, line, $"The rest of the file cannot be read: {failure}");
            if (text is null) yield break;
            if (!string.IsNullOrWhiteSpace(text)) yield return new JsonLine(text, source, line);
        }
    }

    private static string? Next(StreamReader reader, out string? failure)
    {
        failure = null;
        try
        {
            return reader.ReadLine();
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            failure = e.Message;
            return null;
        }
    }

    private sealed class JsonLine(string text, string source, int line) : Entry($"{FileNames.Stem(source)}-{line}", source, line)
    {
        protected override IReadOnlyList<MaterialReading> Parse()
        {
            StructureReading[] readings = [.. StructureFile.Read("line.json", text)];
            return [.. readings.Select(reading => reading.Failure is { } failure
                ? Failed(failure.Reason)
                : Materials.Of(reading.Name is "" or "line.json" || reading.Name == Source ? Id : reading.Name, Source, reading))];
        }
    }
}
