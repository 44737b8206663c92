using System.Buffers.Binary;
using System.IO.Compression;
using Lodestone.Matter;

namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>Reads the IDX files of MNIST: unsigned bytes after a magic number and the lengths of the axes, big-endian, plain or gzipped.</summary>
internal static class IdxFile
{
    private const byte UnsignedByte = 8;

    /// <summary>Reads a file.</summary>
    /// <param name="folder">Where it is.</param>
    /// <param name="name">Its name without <c>.gz</c>.</param>
    /// <param name="axes">Number of axes that it must have.</param>
    /// <returns>The lengths of the axes, and the bytes, the last axis fastest.</returns>
    /// <exception cref="InputException">There is no such file, or it is not what it should be.</exception>
    public static (int[] Shape, byte[] Bytes) Read(string folder, string name, int axes)
    {
        string plain = Path.Combine(folder, name), zipped = plain + ".gz";
        string path = File.Exists(plain) ? plain : zipped;
        if (!File.Exists(path)) throw new InputException($"There is no '{name}' or '{name}.gz' in '{folder}'; give the folder of the MNIST files.");
        try
        {
            using Stream file = File.OpenRead(path);
            using Stream stream = path == zipped ? new GZipStream(file, CompressionMode.Decompress) : file;
            var header = new byte[4 * (axes + 1)];
            stream.ReadExactly(header);
            if (header[0] != 0 || header[1] != 0 || header[2] != UnsignedByte || header[3] != axes)
                throw new InputException($"'{path}' is not an IDX file of bytes with {axes} axes.");
            int[] shape = [.. Enumerable.Range(1, axes).Select(axis => BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4 * axis)))];
            if (shape.Any(length => length is < 1 or > 1_000_000) || shape.Aggregate(1L, (product, length) => product * length) > int.MaxValue)
                throw new InputException($"The axes of '{path}' have the lengths {string.Join(", ", shape)}, which cannot be.");
            var bytes = new byte[shape.Aggregate(1, (product, length) => product * length)];
            stream.ReadExactly(bytes);
            return (shape, bytes);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be read: {e.Message}", e);
        }
    }
}
