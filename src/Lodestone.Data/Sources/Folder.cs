using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>All structure files of a folder and of the folders in it, by path in ordinal order. Other files, tables too, are passed over.</summary>
internal sealed class Folder(string path) : EntryStream
{
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

    private IEnumerable<string> Files()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        return Directory.EnumerateFiles(path, "*", options)
            .Where(file => StructureFile.ByName(file) is not null && !FileNames.IsHidden(Path.GetRelativePath(path, file)))
            .Order(StringComparer.Ordinal);
    }
}
