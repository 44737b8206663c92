using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>Standard input, or a file whose name says nothing: its first bytes tell the kind when it is read.</summary>
/// <param name="source">The source as the user knows it.</param>
/// <param name="open">Opens it from its begin; standard input, once only.</param>
/// <param name="limits">How large an entry may be.</param>
internal sealed class UnknownContent(string source, Func<Stream> open, ReadLimits limits) : EntryStream(source)
{
    protected override IEnumerable<Entry> Cut() => new ContentKind(Source, limits).Open(open()).Entries();
}
