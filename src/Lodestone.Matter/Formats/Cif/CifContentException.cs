namespace Lodestone.Matter.Formats.Cif;

/// <summary>A data block holds no structure that could be read; caught where the block's reading is made.</summary>
internal sealed class CifContentException(int? line, string reason) : Exception(reason)
{
    public int? Line { get; } = line;

    /// <summary>Throws where there is a fault.</summary>
    public static void ThrowIf(string? fault, int? line)
    {
        if (fault is not null) throw new CifContentException(line, fault);
    }
}
