using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>A piece of a source, such as a file or a row of a table, that can be parsed apart from all others and on any thread.</summary>
/// <param name="id">The name by which the user knows the piece.</param>
/// <param name="source">The file that it came from.</param>
/// <param name="line">Where in that file it begins, from 1, if known.</param>
internal abstract class Entry(string id, string source, int? line)
{
    /// <summary>About how many bytes of memory it holds until it is parsed.</summary>
    public virtual long Weight => 0;

    /// <summary>The name by which the user knows the piece.</summary>
    protected string Id { get; } = id;

    /// <summary>The file that it came from.</summary>
    protected string Source { get; } = source;

    /// <summary>Where in that file it begins, from 1, if known.</summary>
    protected int? Line { get; } = line;

    /// <summary>Reads the piece: usually one material, several for a file of many structures.</summary>
    public IReadOnlyList<MaterialReading> Read()
    {
        try
        {
            return Line is { } line ? [.. Parse().Select(reading => reading with { Line = line })] : Parse();
        }
        catch (InputException e)
        {
            return [Failed(e.Message)];
        }
        catch (Exception e) when (Fault.IsOfInput(e))
        {
            return [Failed($"It cannot be read: {e.Message}")];
        }
        catch (Exception e) when (Fault.IsOfOneEntry(e))
        {
            return [Failed(Fault.Sentence(e), fault: e)];
        }
    }

    /// <summary>Does the reading. Bad content gives failed readings; an exception of any kind is turned into one by <see cref="Read"/>.</summary>
    protected abstract IReadOnlyList<MaterialReading> Parse();

    /// <summary>A reading that failed.</summary>
    /// <param name="reason">Why, in a sentence.</param>
    /// <param name="formula">The formula, where that much could be read.</param>
    /// <param name="fault">The exception behind it, where Lodestone is at fault.</param>
    protected MaterialReading Failed(string reason, string? formula = null, Exception? fault = null) =>
        new(Id, formula, Source, null, new ReadFailure(Source, Line, reason) { Fault = fault });
}
