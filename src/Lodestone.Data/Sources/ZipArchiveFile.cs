using System.IO.Compression;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>The structure files of a zip archive, in the order of the archive. Other files are passed over.</summary>
/// <param name="source">The archive as the user knows it.</param>
/// <param name="open">Opens it.</param>
internal sealed class ZipArchiveFile(string source, Func<Stream> open) : EntryStream
{
    public override IEnumerable<Entry> Entries()
    {
        using Stream content = open();
        using ZipArchive? archive = TryOpen(content, out Entry? failure);
        if (archive is null)
        {
            yield return failure!;
            yield break;
        }
        bool any = false;
        foreach (ZipArchiveEntry member in archive.Entries)
        {
            if (FileNames.IsHidden(member.FullName) || StructureFile.ByName(member.FullName) is null) continue;
            any = true;
            yield return ReadMember(member);
        }
        if (!any) throw new InputException($"The archive '{source}' has no structure file in it (such as .cif, .vasp or .xyz).");
    }

    private ZipArchive? TryOpen(Stream content, out Entry? failure)
    {
        failure = null;
        try
        {
            var archive = new ZipArchive(content, ZipArchiveMode.Read);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            failure = new FailedEntry(source, source, null, $"The archive is damaged or cut off: {e.Message}");
            return null;
        }
    }

    private Entry ReadMember(ZipArchiveEntry member)
    {
        string name = $"{source}/{member.FullName}";
        try
        {
            using Stream stream = member.Open();
            byte[] bytes = FileContent.ReadAll(stream);
            return new StructureEntry(name, () => bytes);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or NotSupportedException)
        {
            return new FailedEntry(FileNames.Stem(name), name, null, $"It cannot be unpacked: {e.Message}");
        }
    }
}
