namespace Lodestone.Data.Sources;

/// <summary>Standard input, or a file whose name says nothing: its first bytes tell the kind when it is read.</summary>
/// <param name="source">The source as the user knows it.</param>
/// <param name="open">Opens it from its begin; standard input, once only.</param>
internal sealed class UnknownContent(string source, Func<Stream> open) : EntryStream
{
    public override IEnumerable<Entry> Entries()
    {
        foreach (Entry entry in ContentKind.Open(source, open()).Entries()) yield return entry;
    }
}
