namespace Lodestone.Matter.Formats;

/// <summary>Why a structure cannot be read, on its way from a parser to the <see cref="ReadFailure"/> that its format reports.</summary>
internal sealed class UnreadableException(int? line, string reason) : Exception(reason)
{
    /// <summary>The failure of a source.</summary>
    public ReadFailure In(string source) => new(source, line, Message);

    /// <summary>Throws where there is a fault.</summary>
    public static void ThrowIf(string? fault, int? line)
    {
        if (fault is not null) throw new UnreadableException(line, fault);
    }
}
