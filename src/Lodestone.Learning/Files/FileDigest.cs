using System.Security.Cryptography;
using System.Text;

namespace Lodestone.Learning.Files;

/// <summary>
/// A SHA-256 that a safetensors file carries of itself: the entry <c>sha256</c> of its metadata, computed with its own 64 digits set to zero,
/// so that a change of any byte shows.
/// </summary>
internal static class FileDigest
{
    /// <summary>Name of the metadata entry.</summary>
    public const string Key = "sha256";

    /// <summary>The digits before the digest is known.</summary>
    public static string Blank { get; } = new('0', Digits);

    private const int Digits = 2 * SHA256.HashSizeInBytes;

    // In a JSON text this sequence can stand only for the entry itself: inside a string its quotes would be escaped.
    private static ReadOnlySpan<byte> Mark => "\"sha256\":\""u8;

    /// <summary>Replaces the blank digits by the digest.</summary>
    public static void Seal(Span<byte> file) => Compute(file).CopyTo(file.Slice(Find(file), Digits));

    /// <summary>True where the digest matches, false where it does not, null where the file has no digest.</summary>
    public static bool? Verify(ReadOnlySpan<byte> file)
    {
        int start = Find(file);
        return start < 0 ? null : Compute(file).SequenceEqual(file.Slice(start, Digits));
    }

    private static int Find(ReadOnlySpan<byte> file)
    {
        int mark = file.IndexOf(Mark);
        return mark < 0 || mark + Mark.Length + Digits > file.Length ? -1 : mark + Mark.Length;
    }

    private static ReadOnlySpan<byte> Compute(ReadOnlySpan<byte> file)
    {
        int start = Find(file);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file[..start]);
        hash.AppendData(Encoding.ASCII.GetBytes(Blank));
        hash.AppendData(file[(start + Digits)..]);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
