namespace Lodestone.Data.Sources;

/// <summary>The check sum of zip and gzip (ISO 3309, reflected polynomial EDB88320).</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] OfByte = [.. Enumerable.Range(0, 256).Select(value => Divide((uint)value))];

    /// <summary>The check sum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte value in bytes) sum = OfByte[(byte)(sum ^ value)] ^ (sum >> 8);
        return ~sum;
    }

    private static uint Divide(uint value)
    {
        for (int bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        return value;
    }
}
