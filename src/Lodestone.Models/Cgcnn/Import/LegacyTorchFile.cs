using Lodestone.Learning.Files;
using Lodestone.Matter;

namespace Lodestone.Models.Cgcnn.Import;

/// <summary>
/// Reads files that <c>torch.save</c> wrote before PyTorch 1.6: three pickled headers (a magic number, the protocol, facts of the machine), the
/// pickled object, the list of its storages, then each storage as a 64-bit count and its elements. Nothing in the file is run.
/// </summary>
internal static class LegacyTorchFile
{
    private const long TorchProtocol = 1001;

    // Protocol 2, the integer 0x1950a86a20f9469cfc6c, stop.
    private static ReadOnlySpan<byte> Magic => [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, (byte)'.'];

    /// <summary>The object in the file, its tensors as <see cref="PickledTensor"/>.</summary>
    /// <exception cref="InputException">The file cannot be read, is no such file, is damaged, or asks for what is refused.</exception>
    public static object? Read(string path) => Parse(WholeFile.Read(path), path);

    /// <summary>The object in the bytes of a file.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="source">How messages name the file.</param>
    /// <exception cref="InputException">It is no such file, is damaged, or asks for what is refused.</exception>
    public static object? Parse(ReadOnlyMemory<byte> file, string source)
    {
        try
        {
            return Parse(file);
        }
        catch (PickleException e)
        {
            throw new InputException($"{source} {e.Message}.", e);
        }
    }

    private static object? Parse(ReadOnlyMemory<byte> file)
    {
        if (file.Span.StartsWith("PK"u8))
            throw new PickleException(
                "is a torch file in the zip format of PyTorch 1.6 and later; Lodestone reads the older format of the published CGCNN weights"
                + " (torch.save(…, _use_new_zipfile_serialization=False) writes it)");
        if (!file.Span.StartsWith(Magic))
            throw new PickleException("is not a torch file; the published CGCNN weights end in .pth.tar");
        var cursor = new PickleCursor(file);
        cursor.Take(Magic.Length);
        var storages = new Dictionary<string, PickledStorage>(StringComparer.Ordinal);
        if (PickleReader.Read(cursor, storages) is not TorchProtocol)
            throw new PickleException($"is a torch file of another protocol than {TorchProtocol}");
        if (PickleReader.Read(cursor, storages) is not OrderedDictionary<object, object?> machine || machine.GetValueOrDefault("little_endian") is not true)
            throw new PickleException("was not written on a little-endian machine");
        object? content = PickleReader.Read(cursor, storages);
        ReadStorages(cursor, storages);
        return content;
    }

    private static void ReadStorages(PickleCursor cursor, Dictionary<string, PickledStorage> storages)
    {
        if (PickleReader.Read(cursor, storages) is not List<object?> keys || keys.Count != storages.Count)
            throw PickleException.Malformed("the list of storages is not that of the tensors");
        foreach (object? key in keys)
        {
            if (key is not string name || !storages.Remove(name, out PickledStorage? storage))
                throw PickleException.Malformed("the list of storages is not that of the tensors");
            long count = cursor.Int64();
            if (count != storage.Count)
                throw PickleException.Malformed($"the storage '{name}' has {count} elements instead of {storage.Count}");
            storage.Data = count <= int.MaxValue / 8 ? cursor.Take(count * storage.Type.Size()) : cursor.Take(long.MaxValue);
        }
        if (!cursor.AtEnd) throw PickleException.Malformed("bytes follow the last storage");
    }
}
