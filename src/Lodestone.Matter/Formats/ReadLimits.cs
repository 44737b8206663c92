namespace Lodestone.Matter.Formats;

/// <summary>
/// How large one entry of a source may be: a structure, a file in a folder or an archive, a row of a table, a line of JSON. A packed file of a few
/// kilobytes can hold gigabytes; what is larger than this is a failure with a reason, before memory is spent. Tables, archives and
/// files of many structures are read piece by piece and may be of any size.
/// </summary>
public sealed record ReadLimits
{
    private const long BytesASite = 64;

    /// <summary>Makes the limits.</summary>
    /// <param name="bytes">The largest entry, in bytes of unpacked text.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive, or above 1 GiB.</exception>
    public ReadLimits(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, Largest);
        Bytes = bytes;
    }

    /// <summary>The largest limit in bytes, 1 GiB: a text cannot be longer.</summary>
    public static long Largest => 1L << 30;

    /// <summary>32 MiB and 524,288 sites.</summary>
    public static ReadLimits Default { get; } = new(1L << 25);

    /// <summary>The largest entry, in bytes of unpacked text.</summary>
    public long Bytes { get; }

    /// <summary>The most sites of one structure, after its symmetry was applied: one for 64 bytes, at least 1,000.</summary>
    public int Sites => (int)Math.Max(1000, Bytes / BytesASite);

    /// <summary>How long an entry may be, in bytes, for those behind it to be read still: twice the largest.</summary>
    public long PassedOver => 2 * Bytes;

    /// <summary>Why an entry is too large, for its <see cref="ReadFailure"/>.</summary>
    public string TooLarge => $"It holds more than {Size}, the most that one entry may; cut it into smaller ones, or raise --max-entry.";

    private string Size => Bytes % (1 << 20) == 0 ? $"{Bytes >> 20} MiB of text" : FormattableString.Invariant($"{Bytes} bytes of text");

    /// <summary>Why a structure has too many sites, for its <see cref="ReadFailure"/>.</summary>
    /// <param name="sites">How many it would have.</param>
    internal string TooManySites(long sites) => FormattableString.Invariant(
        $"A structure of {sites} sites cannot be read, as one entry may have {Sites}; if it is meant, raise --max-entry.");
}
