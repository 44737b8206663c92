using System.Formats.Tar;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>The structure files of a tar archive, in the order of the archive. Other files are passed over.</summary>
/// <param name="source">The archive as the user knows it.</param>
/// <param name="open">Opens its decompressed content.</param>
/// <param name="limits">How large a file in it may be.</param>
internal sealed class TarArchive(string source, Func<Stream> open, ReadLimits limits) : EntryStream(source)
{
    protected override IEnumerable<Entry> Cut()
    {
        using Stream content = open();
        using var reader = new TarReader(content);
        bool any = false;
        while (true)
        {
            Entry? entry = Next(reader, out bool ended);
            any |= entry is not null;
            if (entry is not null) yield return entry;
            if (ended) break;
        }
        if (!any) throw new InputException($"The archive '{Source}' has no structure file in it (such as .cif, .vasp or .xyz).");
    }

    private Entry? Next(TarReader reader, out bool ended)
    {
        ended = false;
        try
        {
            TarEntry? member = reader.GetNextEntry();
            ended = member is null;
            if (member is not { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile }) return null;
            if (FileNames.IsHidden(member.Name) || StructureFile.ByName(member.Name) is null) return null;
            string name = $"{Source}/{member.Name}";
            if (member.Length > limits.Bytes) return new FailedEntry(FileNames.Stem(name), name, null, limits.TooLarge);
            return StructureEntry.OfMember(name, member.DataStream is { } content ? FileContent.ReadAll(content, limits) : [], limits);
        }
        catch (Exception e) when (Fault.IsOfOneEntry(e))
        {
            ended = true;
            return new FailedEntry(Source, Source, null, $"The archive is damaged or cut off, its rest cannot be read: {e.Message}");
        }
    }
}
