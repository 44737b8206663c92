using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Lodestone.Matter;

namespace Lodestone.Models.Encodings;

/// <summary>
/// Encodings of many materials in one file: a mark, their number, the digest of each material, where each encoding begins (and where the last
/// one ends), the encodings, and the SHA-256 of all that.
/// </summary>
internal static class EncodingFile
{
    private const int DigestBytes = 16;

    private static ReadOnlySpan<byte> Mark => "LODESENC"u8;

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="materials">The digests of the materials.</param>
    /// <param name="ends">Where the encoding of each ends.</param>
    /// <param name="encodings">The encodings, one after the other.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<UInt128> materials, ReadOnlySpan<long> ends, ReadOnlySpan<byte> encodings)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using AtomicFile file = AtomicFile.Create(path);
        Put(Mark);
        Put(BitConverter.GetBytes(materials.Length));
        Put(MemoryMarshal.AsBytes(materials));
        Put(BitConverter.GetBytes(0L));
        Put(MemoryMarshal.AsBytes(ends));
        Put(encodings);
        file.Stream.Write(digest.GetHashAndReset());
        file.Commit();

        void Put(ReadOnlySpan<byte> bytes)
        {
            digest.AppendData(bytes);
            file.Stream.Write(bytes);
        }
    }

    /// <summary>Reads the encodings of some materials. A file that holds none of them is read no farther than its head.</summary>
    /// <param name="path">The file.</param>
    /// <param name="wanted">The digests of the materials.</param>
    /// <returns>What of them the file holds; null where the file is damaged.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Dictionary<UInt128, ReadOnlyMemory<byte>>? Read(string path, IReadOnlySet<UInt128> wanted)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        var head = new byte[Mark.Length + sizeof(int)];
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.AsSpan().StartsWith(Mark)) return null;
        int count = BitConverter.ToInt32(head, Mark.Length);
        long places = head.Length + (long)count * DigestBytes, body = places + (count + 1L) * sizeof(long);
        if (count < 0 || body + SHA256.HashSizeInBytes > file.Length || file.Length > Array.MaxLength) return null;

        var materials = new UInt128[count];
        file.ReadExactly(MemoryMarshal.AsBytes(materials.AsSpan()));
        if (!materials.Any(wanted.Contains)) return [];

        var content = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(content);
        if (!SHA256.HashData(content.AsSpan(..^SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(content.AsSpan(^SHA256.HashSizeInBytes..))) return null;

        var found = new Dictionary<UInt128, ReadOnlyMemory<byte>>();
        for (int i = 0; i < count; i++)
        {
            if (!wanted.Contains(materials[i])) continue;
            long start = BitConverter.ToInt64(content, (int)places + i * sizeof(long)), end = BitConverter.ToInt64(content, (int)places + (i + 1) * sizeof(long));
            found[materials[i]] = content.AsMemory((int)(body + start), (int)(end - start));
        }

        return found;
    }
}
