namespace Lodestone.Data.Sources;

/// <summary>Several sources as one stream: cut into pieces on the reader's thread, parsed on all cores, given in the order of the input.</summary>
internal sealed class ParsedSource(string name, IReadOnlyList<EntryStream> streams) : MaterialSource
{
    public override string Name => name;

    public override IEnumerable<MaterialReading> Read(CancellationToken cancellation = default) => OrderedParallel.SelectMany(
        streams.SelectMany(stream => stream.Entries()), entry => entry.Read(), entry => entry.Weight, Environment.ProcessorCount, cancellation);

    public override long? CountEntries(CancellationToken cancellation = default)
    {
        long total = 0;
        foreach (EntryStream stream in streams)
        {
            if (stream.QuickCount(cancellation) is not { } count) return null;
            total += count;
        }
        return total;
    }
}
