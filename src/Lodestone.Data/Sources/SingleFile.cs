using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>One file of one or many structures, read in portions.</summary>
/// <param name="source">The file as the user knows it; its ending says the format.</param>
/// <param name="content">Opens its unpacked content.</param>
/// <param name="limits">How large one structure may be.</param>
internal sealed class SingleFile(string source, Func<Stream> content, ReadLimits limits) : EntryStream(source)
{
    /// <summary>One for the formats of which a file usually holds one structure.</summary>
    protected override long? Count(CancellationToken cancellation) => StructureFile.ByName(Source) is CifFormat or PoscarFormat ? 1 : null;

    protected override IEnumerable<Entry> Cut() => StructureFile.Cut(Source, content(), limits).Select(portion => new PortionEntry(Source, portion, limits));
}
