using System.IO.Enumeration;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>
/// All structure files of a folder and of the folders in it, by path in ordinal order. Other files, tables too, are
/// passed over; links to files are followed, links to folders are not.
/// </summary>
internal sealed class Folder(string path) : EntryStream
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    public override void Check()
    {
        if (Files().Any()) return;
        throw new InputException($"The folder '{path}' has no structure file in it (such as .cif, .vasp or .xyz); name a folder that has, or a table.");
    }

    public override IEnumerable<Entry> Entries() =>
        Files().Select(file => new StructureEntry(file, () => ReadFile(file)));

    internal static byte[] ReadFile(string file)
    {
        using Stream stream = FileContent.Open(file);
        return FileContent.ReadAll(stream);
    }

    private IEnumerable<string> Files() =>
        new FileSystemEnumerable<string>(path, (ref entry) => entry.ToSpecifiedFullPath(), Everything)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && !FileNames.IsHidden(entry.FileName.ToString())
                && StructureFile.ByName(entry.FileName.ToString()) is not null,
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
                && !FileNames.IsHidden(entry.FileName.ToString()),
        }.Order(StringComparer.Ordinal);
}
