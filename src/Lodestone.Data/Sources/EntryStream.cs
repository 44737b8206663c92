using Lodestone.Matter;

namespace Lodestone.Data.Sources;

/// <summary>One kind of source, cut into pieces that are parsed later: a table into rows, an archive into files.</summary>
/// <param name="source">The source as the user knows it.</param>
internal abstract class EntryStream(string source)
{
    /// <summary>The source as the user knows it.</summary>
    protected string Source { get; } = source;

    /// <summary>Finds early what makes the source useless: a folder without a readable file, a table without the needed column.</summary>
    /// <exception cref="InputException">The source cannot be read at all.</exception>
    public virtual void Check()
    {
    }

    /// <summary>How many entries there are, where that is quickly known, else null; also null where reading will tell why they cannot be counted.</summary>
    public long? QuickCount(CancellationToken cancellation)
    {
        try
        {
            return Count(cancellation);
        }
        catch (Exception e) when (Fault.IsOfOneEntry(e))
        {
            return null;
        }
    }

    /// <summary>The pieces, lazily and in order. Whatever ends the cutting becomes a <see cref="FailedEntry"/> behind what was cut before.</summary>
    public IEnumerable<Entry> Entries()
    {
        using IEnumerator<Entry> entries = CutWhenAsked().GetEnumerator();
        while (Next(entries) is { } entry)
        {
            yield return entry;
            if (entry is FailedEntry { IsLast: true }) yield break;
        }
    }

    /// <summary>Cuts the source into pieces. What cannot be cut out is a <see cref="FailedEntry"/>; an exception of any kind is turned into one by
    /// <see cref="Entries"/>.</summary>
    protected abstract IEnumerable<Entry> Cut();

    /// <summary>How many entries there are, where that is quickly known, else null. May throw what reading throws.</summary>
    protected virtual long? Count(CancellationToken cancellation) => null;

    private IEnumerable<Entry> CutWhenAsked()
    {
        foreach (Entry entry in Cut()) yield return entry;
    }

    private Entry? Next(IEnumerator<Entry> entries)
    {
        try
        {
            return entries.MoveNext() ? entries.Current : null;
        }
        catch (InputException e)
        {
            return Last(e.Message);
        }
        catch (Exception e) when (Fault.IsOfInput(e))
        {
            return Last($"The rest of it cannot be read: {e.Message}");
        }
        catch (Exception e) when (Fault.IsOfOneEntry(e))
        {
            return Last(Fault.Sentence(e), e);
        }
    }

    private FailedEntry Last(string reason, Exception? fault = null) => new(Source, Source, null, reason, fault) { IsLast = true };
}
