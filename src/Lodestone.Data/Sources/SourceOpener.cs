using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>Finds out which kind of source a name speaks of.</summary>
internal sealed class SourceOpener(Func<Stream> standardInput, ReadLimits limits)
{
    /// <summary>Opens what a user named on the command line.</summary>
    /// <exception cref="InputException">It does not exist, or is of no kind that can be read.</exception>
    public EntryStream Open(string source)
    {
        if (source == "-") return new UnknownContent("standard input", standardInput, limits);
        if (source.StartsWith("optimade:", StringComparison.OrdinalIgnoreCase))
            throw new InputException($"'{source}' is an OPTIMADE server, which this version cannot read yet; download its structures and name the file.");
        if (Directory.Exists(source))
            return File.Exists(Path.Combine(source, CgcnnFolder.TableName)) ? new CgcnnFolder(source, limits) : new Folder(source, limits);
        if (!File.Exists(source))
            throw new InputException($"There is no file or folder '{source}'; check the spelling and the folder that you are in.");
        return ByName(source, () => OpenFile(source)) ?? new UnknownContent(source, () => OpenFile(source), limits);
    }

    private EntryStream? ByName(string source, Func<Stream> open)
    {
        if (FileNames.Ends(source, ".tgz")) return new TarArchive(source, () => FileContent.Gunzip(open()), limits);
        if (FileNames.Ends(source, ".bz2", ".xz", ".zst", ".7z", ".rar"))
            throw new InputException($"'{source}' is compressed in a way that Lodestone cannot read; unpack it, or pack it as .gz, .tar.gz or .zip.");
        Func<Stream> content = FileNames.Ends(source, ".gz") ? () => FileContent.Gunzip(open()) : open;
        string plain = FileNames.WithoutGz(source);
        if (FileNames.Ends(plain, ".tar")) return new TarArchive(source, content, limits);
        if (FileNames.Ends(plain, ".zip")) return new ZipArchiveFile(source, content, limits);
        if (FileNames.Ends(plain, ".csv", ".tsv")) return new DelimitedTable(source, content, limits);
        if (FileNames.Ends(plain, ".parquet")) return new ParquetTable(source, content, limits);
        if (FileNames.Ends(plain, ".jsonl", ".ndjson")) return new JsonLines(source, content, limits);
        if (FileNames.Ends(plain, ".json")) return new JsonFile(source, content, limits);
        return StructureFile.ByName(plain) is null ? null : new SingleFile(source, content, limits);
    }

    private static Stream OpenFile(string path)
    {
        try
        {
            return FileContent.Open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be opened: {e.Message}", e);
        }
    }
}
