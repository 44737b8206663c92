using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>A file of one or many structures, one of many files, which is read as a whole.</summary>
/// <param name="source">The file as the user knows it; its ending says the format.</param>
/// <param name="content">Opens its content when the file's turn has come.</param>
/// <param name="packed">True where the content is packed with gzip.</param>
/// <param name="limits">How large it may be, unpacked.</param>
/// <param name="weight">How many bytes of memory the content holds already.</param>
internal sealed class StructureEntry(string source, Func<Stream> content, bool packed, ReadLimits limits, long weight = 0)
    : Entry(FileNames.Stem(source), source, null)
{
    public override long Weight => weight;

    /// <summary>A member of an archive, which was read already.</summary>
    public static StructureEntry OfMember(string source, byte[] content, ReadLimits limits) =>
        new(source, () => new MemoryStream(content), FileNames.Ends(source, ".gz"), limits, content.Length);

    protected override IReadOnlyList<MaterialReading> Parse()
    {
        using Stream bytes = content();
        var whole = new StructurePortion(FileContent.ReadText(bytes, packed, limits), 0, 0) { IsOnly = true };
        return new PortionEntry(Source, whole, limits).Read();
    }
}
