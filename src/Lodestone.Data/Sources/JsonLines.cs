using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>A file with the JSON of one structure or record a line.</summary>
/// <param name="source">The file as the user knows it.</param>
/// <param name="open">Opens its decompressed content.</param>
/// <param name="limits">How long a line may be.</param>
internal sealed class JsonLines(string source, Func<Stream> open, ReadLimits limits) : EntryStream(source)
{
    protected override IEnumerable<Entry> Cut()
    {
        using var lines = new LimitedLines(new StreamReader(FileContent.AsUtf8(open())), limits);
        for (int number = 1; lines.Next(out string? line); number++)
        {
            string id = $"{FileNames.Stem(Source)}-{number}";
            if (line is null) yield return new FailedEntry(id, Source, number, limits.TooLarge);
            else if (!string.IsNullOrWhiteSpace(line)) yield return new JsonRecord(line.Trim(), id, Source, number, limits);
        }
    }
}
