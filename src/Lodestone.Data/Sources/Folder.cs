using System.IO.Enumeration;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>
/// All structure files of a folder and of the folders in it, by path in ordinal order. Other files, tables too, are
/// passed over; links to files are followed, links to folders are not.
/// </summary>
internal sealed class Folder(string path, ReadLimits limits) : EntryStream(path)
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    public override void Check()
    {
        if (Files().Any()) return;
        throw new InputException($"The folder '{Source}' has no structure file in it (such as .cif, .vasp or .xyz); name a folder that has, or a table.");
    }

    protected override long? Count(CancellationToken cancellation) => Files().LongCount();

    protected override IEnumerable<Entry> Cut() =>
        Files().Select(file => new StructureEntry(file, () => FileContent.Open(file), FileNames.Ends(file, ".gz"), limits));

    private IEnumerable<string> Files() =>
        new FileSystemEnumerable<string>(Source, (ref entry) => entry.ToSpecifiedFullPath(), Everything)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && !FileNames.IsHidden(entry.FileName.ToString())
                && StructureFile.ByName(entry.FileName.ToString()) is not null,
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
                && !FileNames.IsHidden(entry.FileName.ToString()),
        }.Order(StringComparer.Ordinal);
}
