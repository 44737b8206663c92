using System.Runtime.InteropServices;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;

namespace Lodestone.Models.Encodings;

/// <summary>
/// Keeps encodings on disk between runs. They are found by their content: the digest of the material and that of the encoder, its options and
/// the code (<c>EncodingKind</c>), so nothing is ever out of date. A run writes what it had to make, in one file or a few, under a
/// temporary name first; files do not change afterwards, so any number of processes may share a folder. A damaged file is deleted and made
/// again. Above the size that is allowed, the files that were not used for the longest time are deleted.
/// </summary>
/// <param name="folder">The folder; it is made where it is missing.</param>
public sealed class EncodingCache(string folder)
{
    private const string Extension = ".encodings";
    private const long FileBytes = 64 << 20;
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>How many bytes the files may have in all; 4 GiB.</summary>
    public long LargestSize { get; init; } = 4L << 30;

    /// <summary>Told, in a sentence, what came from the cache, and why nothing can be kept. Work goes on either way.</summary>
    public IProgress<string>? Messages { get; init; }

    /// <summary>Encodes materials, or reads what an earlier run made of them.</summary>
    /// <param name="encoder">The encoder; one that is not an <see cref="IStorableEncoder{TBatch}"/> makes everything anew.</param>
    /// <param name="materials">The materials.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>One a material, in their order.</returns>
    public EncodedMaterial<TBatch>[] Encode<TBatch>(IEncoder<TBatch> encoder, IReadOnlyList<Material> materials, CancellationToken cancellation)
    {
        if (encoder is not IStorableEncoder<TBatch> storable) return EncodedMaterial<TBatch>.All(encoder, materials, cancellation);
        string kind = EncodingKind.Of(storable);
        UInt128[] digests = [.. materials.AsParallel().AsOrdered().WithCancellation(cancellation).Select(material => MaterialDigest.Of(material, storable.Properties))];
        Dictionary<UInt128, ReadOnlyMemory<byte>> found = Find(kind, digests.ToHashSet());
        if (found.Count > 0) Messages?.Report(FormattableString.Invariant($"{digests.Count(found.ContainsKey):N0} of {digests.Length:N0} encodings were kept from earlier runs."));

        EncodedMaterial<TBatch>[] encoded =
        [
            .. Enumerable.Range(0, digests.Length).AsParallel().AsOrdered().WithCancellation(cancellation).Select(row =>
                found.TryGetValue(digests[row], out ReadOnlyMemory<byte> stored) ? Read(storable, stored) : EncodedMaterial<TBatch>.Of(encoder, materials[row])),
        ];
        int[] made = [.. Enumerable.Range(0, digests.Length).Where(row => !found.ContainsKey(digests[row])).DistinctBy(row => digests[row])];
        if (made.Length > 0) Keep(kind, storable, [.. made.Select(row => digests[row])], [.. made.Select(row => encoded[row])]);
        return encoded;
    }

    private Dictionary<UInt128, ReadOnlyMemory<byte>> Find(string kind, HashSet<UInt128> wanted)
    {
        var found = new Dictionary<UInt128, ReadOnlyMemory<byte>>();
        foreach (string path in Files(kind + "-*" + Extension).Select(file => file.FullName))
        {
            try
            {
                Dictionary<UInt128, ReadOnlyMemory<byte>>? there = EncodingFile.Read(path, wanted);
                if (there is null) File.Delete(path);
                foreach (var (digest, encoding) in there ?? []) found[digest] = encoding;
                if (there?.Count > 0) File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another process deleted it, or it is not ours to read or mark: what it holds is made anew.
            }
        }

        return found;
    }

    private void Keep<TBatch>(string kind, IStorableEncoder<TBatch> encoder, UInt128[] digests, EncodedMaterial<TBatch>[] encoded)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            for (int first = 0; first < digests.Length;)
            {
                using var content = new MemoryStream();
                using var writer = new BinaryWriter(content);
                var ends = new List<long>();
                for (; first + ends.Count < digests.Length && content.Length < FileBytes; ends.Add(content.Length))
                    Write(encoder, encoded[first + ends.Count], writer);
                ReadOnlySpan<UInt128> part = digests.AsSpan(first, ends.Count);
                string path = Path.Combine(Folder, $"{kind}-{EncodingKind.Digits(MaterialDigest.Of(part))}{Extension}");
                EncodingFile.Write(path, part, CollectionsMarshal.AsSpan(ends), content.GetBuffer().AsSpan(0, (int)content.Length));
                first += ends.Count;
            }

            DeleteOld();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InputException)
        {
            Messages?.Report($"Encodings cannot be kept in {Folder}, and the work goes on without: {e.Message.TrimEnd('.')}. LODESTONE_CACHE names another folder, or turns this off.");
        }
    }

    private static void Write<TBatch>(IStorableEncoder<TBatch> encoder, EncodedMaterial<TBatch> encoded, BinaryWriter writer)
    {
        writer.Write(encoded.Reason is null);
        if (encoded.Reason is { } reason) writer.Write(reason);
        else encoder.Write(encoded.Sample!, writer);
        writer.Flush();
    }

    private static EncodedMaterial<TBatch> Read<TBatch>(IStorableEncoder<TBatch> encoder, ReadOnlyMemory<byte> stored)
    {
        MemoryMarshal.TryGetArray(stored, out ArraySegment<byte> bytes);
        using var reader = new BinaryReader(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false));
        return reader.ReadBoolean() ? new EncodedMaterial<TBatch>(encoder.Read(reader), null) : new EncodedMaterial<TBatch>(default, reader.ReadString());
    }

    private void DeleteOld()
    {
        long size = 0;
        foreach (FileInfo file in Files("*" + Extension).OrderByDescending(file => file.LastWriteTimeUtc))
            if ((size += file.Length) > LargestSize) file.Delete();
        foreach (FileInfo file in Files($".*{Extension}.*.tmp"))
            if (DateTime.UtcNow - file.LastWriteTimeUtc > Abandoned) file.Delete();
    }

    private FileInfo[] Files(string pattern)
    {
        try
        {
            var folder = new DirectoryInfo(Folder);
            return folder.Exists ? folder.GetFiles(pattern) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
