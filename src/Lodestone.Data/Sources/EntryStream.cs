namespace Lodestone.Data.Sources;

/// <summary>One kind of source, cut into pieces that are parsed later: a table into rows, an archive into files.</summary>
internal abstract class EntryStream
{
    /// <summary>Finds early what makes the source useless: a folder without a readable file, a table without the needed column.</summary>
    /// <exception cref="Matter.InputException">The source cannot be read at all.</exception>
    public virtual void Check()
    {
    }

    /// <summary>The pieces, lazily and in order. What cannot be cut out becomes a <see cref="FailedEntry"/>.</summary>
    public abstract IEnumerable<Entry> Entries();
}
