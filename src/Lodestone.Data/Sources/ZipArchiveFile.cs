using System.IO.Compression;
using System.IO.Hashing;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>The structure files of a zip archive, in the order of the archive. Other files are passed over.</summary>
/// <param name="source">The archive as the user knows it.</param>
/// <param name="open">Opens it.</param>
/// <param name="limits">How large a file in it may be.</param>
internal sealed class ZipArchiveFile(string source, Func<Stream> open, ReadLimits limits) : EntryStream(source)
{
    protected override long? Count(CancellationToken cancellation)
    {
        using Stream content = open();
        if (!content.CanSeek) return null;
        using ZipArchive archive = Open(content);
        return Members(archive).LongCount();
    }

    protected override IEnumerable<Entry> Cut()
    {
        using Stream content = open();
        using ZipArchive archive = Open(content);
        bool any = false;
        foreach (ZipArchiveEntry member in Members(archive))
        {
            any = true;
            yield return ReadMember(member);
        }
        if (!any) throw new InputException($"The archive '{Source}' has no structure file in it (such as .cif, .vasp or .xyz).");
    }

    private static IEnumerable<ZipArchiveEntry> Members(ZipArchive archive) =>
        archive.Entries.Where(member => !FileNames.IsHidden(member.FullName) && StructureFile.ByName(member.FullName) is not null);

    private ZipArchive Open(Stream content)
    {
        try
        {
            var archive = new ZipArchive(content, ZipArchiveMode.Read);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception e) when (Fault.IsOfOneEntry(e))
        {
            throw new InputException($"The archive '{Source}' is damaged or cut off: {e.Message}", e);
        }
    }

    private Entry ReadMember(ZipArchiveEntry member)
    {
        string name = $"{Source}/{member.FullName}";
        try
        {
            if (member.Length > limits.Bytes) return Failed(limits.TooLarge);
            using Stream stream = member.Open();
            byte[] bytes = FileContent.ReadAll(stream, limits);
            if (bytes.Length != member.Length || Crc32.HashToUInt32(bytes) != member.Crc32) return Failed("It is damaged: its check sum is another than the archive says.");
            return StructureEntry.OfMember(name, bytes, limits);
        }
        catch (Exception e) when (Fault.IsOfOneEntry(e))
        {
            return Failed($"It cannot be unpacked: {e.Message}");
        }

        FailedEntry Failed(string reason) => new(FileNames.Stem(name), name, null, reason);
    }
}
