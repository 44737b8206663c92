using System.Collections.Immutable;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>
/// A folder as CGCNN, ALIGNN and others read it: <c>id_prop.csv</c> has an id, or the name of a structure file, and property values a line.
/// A first line whose values are no numbers names the properties; without one they are <c>target</c>, <c>target_2</c>, ….
/// </summary>
internal sealed class CgcnnFolder(string path, ReadLimits limits) : EntryStream(path)
{
    /// <summary>The file that makes a folder such a one.</summary>
    public const string TableName = "id_prop.csv";

    private string Table => Path.Combine(Source, TableName);

    public override void Check()
    {
        if (!Records().Any()) throw new InputException($"'{Table}' has no row; each line must have an id and its property values.");
    }

    protected override long? Count(CancellationToken cancellation) => Entries().LongCount();

    protected override IEnumerable<Entry> Cut()
    {
        ImmutableArray<string> names = [];
        bool first = true;
        foreach ((string[] cells, int line) in Records())
        {
            bool header = first && IsHeader(cells);
            if (header) names = [.. cells.Skip(1)];
            else if (first) names = [.. Enumerable.Range(1, cells.Length - 1).Select(i => i == 1 ? "target" : $"target_{i}")];
            first = false;
            if (header) continue;
            yield return cells.Length == names.Length + 1
                ? new CgcnnEntry(Source, cells[0], Table, line, names, [.. cells.Skip(1)], limits)
                : new FailedEntry(cells[0], Table, line, $"The row has {cells.Length - 1} values where the first has {names.Length}.");
        }
    }

    private IEnumerable<(string[] Cells, int Line)> Records()
    {
        using var text = new DelimitedText(FileContent.Open(Table), ',', limits);
        while (text.Next() is { } cells) yield return ([.. cells.Select(cell => cell.Trim())], text.Line);
    }

    private bool IsHeader(string[] cells) => cells.Length > 1 && CgcnnEntry.FileOf(Source, cells[0]) is null
        && cells.Skip(1).All(cell => cell.Length > 0 && !NumberText.IsMissing(cell) && !NumberText.TryRead(cell, out _, out _));
}
