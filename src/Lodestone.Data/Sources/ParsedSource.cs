namespace Lodestone.Data.Sources;

/// <summary>Several sources as one stream: cut into pieces on the reader's thread, parsed on all cores, given in the order of the input.</summary>
internal sealed class ParsedSource(string name, IReadOnlyList<EntryStream> streams) : MaterialSource
{
    public override string Name => name;

    public override IEnumerable<MaterialReading> Read(CancellationToken cancellation = default) => OrderedParallel.SelectMany(
        streams.SelectMany(stream => stream.Entries()), entry => entry.Read(), Environment.ProcessorCount, cancellation);
}
