namespace Lodestone.Data.Sources;

/// <summary>One file of one or many structures.</summary>
/// <param name="source">The file as the user knows it; its ending says the format.</param>
/// <param name="content">Gives its bytes.</param>
internal sealed class SingleFile(string source, Func<byte[]> content) : EntryStream
{
    public override IEnumerable<Entry> Entries() => [new StructureEntry(source, content)];
}
