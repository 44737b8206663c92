using System.IO.Compression;
using System.Text;

namespace Lodestone.Matter.Formats;

/// <summary>The formats that Lodestone reads and writes, and how a file's format is recognized.</summary>
public static class StructureFile
{
    private const int SmallFile = 1 << 18;

    /// <summary>Every format, in the order in which their endings are tried.</summary>
    public static IReadOnlyList<IStructureFormat> Formats { get; } =
    [
        new CifFormat(),
        new PoscarFormat(),
        new XyzFormat(),
        new SdfFormat(),
        new PymatgenJsonFormat(),
        new PymatgenJsonLinesFormat(),
    ];

    /// <summary>The format of a file by its name, or, where the name says nothing, by its content; null when neither tells.</summary>
    /// <param name="fileName">Name or path; an ending <c>.gz</c> is looked through.</param>
    /// <param name="text">Its content.</param>
    public static IStructureFormat? Recognize(string fileName, string text) => ByName(fileName) ?? ByContent(text);

    /// <summary>The format that a file's name tells, or null.</summary>
    /// <param name="fileName">Name or path; an ending <c>.gz</c> is looked through.</param>
    public static IStructureFormat? ByName(string fileName)
    {
        string name = Path.GetFileName(fileName).ToLowerInvariant();
        if (name.EndsWith(".gz", StringComparison.Ordinal)) name = name[..^3];
        return Formats.FirstOrDefault(format => format.Endings.Any(ending => ending[0] == '.' && name.EndsWith(ending, StringComparison.Ordinal)))
            ?? Formats.FirstOrDefault(format => format.Endings.Any(ending => ending[0] != '.' && IsNamed(name, ending)));
    }

    /// <summary>Reads a file, packed with gzip or not, in portions. Whatever is wrong with it becomes a failure; nothing is thrown.</summary>
    /// <param name="path">Path of the file; it names the file in messages.</param>
    /// <param name="limits">How large one structure may be; the usual limits where nothing is given.</param>
    public static IEnumerable<StructureReading> Read(string path, ReadLimits? limits = null)
    {
        limits ??= ReadLimits.Default;
        using IEnumerator<StructurePortion> portions = OpenAndCut(path, limits).GetEnumerator();
        string? fault;
        while (Next(portions, out fault) is { } portion)
            foreach (StructureReading reading in portion.Read(path, limits)) yield return reading;
        if (fault is not null) yield return StructureReading.Failed(path, new ReadFailure(path, null, fault));
    }

    /// <summary>Cuts the content of a file into portions: several where its format tells structures apart by lines, and the file is large.</summary>
    /// <param name="fileName">Name of the file, which tells the format.</param>
    /// <param name="content">Its unpacked content; it is taken over.</param>
    /// <param name="limits">How large one structure may be; and a file of a format that cannot be cut.</param>
    /// <exception cref="InvalidDataException">While enumerating: the content is damaged, or cannot be cut and is too large.</exception>
    /// <exception cref="IOException">While enumerating: it cannot be read.</exception>
    public static IEnumerable<StructurePortion> Cut(string fileName, Stream content, ReadLimits limits)
    {
        using (content)
        {
            byte[] head = new byte[SmallFile];
            head = head[..content.ReadAtLeast(head, SmallFile, throwOnEndOfStream: false)];
            var all = new PrefixedStream(head, content);
            StructureBoundary? boundary = head.Length < SmallFile ? null : Recognize(fileName, FileContent.Decode(head))?.Boundary();
            if (boundary is null) yield return new StructurePortion(FileContent.ReadText(all, packed: false, limits), 0, 0) { IsOnly = true };
            else foreach (StructurePortion portion in new StructureCutter(new LimitedLines(new StreamReader(FileContent.AsUtf8(all)), limits), boundary, limits).Cut())
                yield return portion;
        }
    }

    /// <summary>Reads a text, the content of a file or of a table's cell. Whatever is wrong with it becomes a failure; nothing is thrown.</summary>
    /// <param name="fileName">Name of the file, which tells the format.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="source">The file or the table's row as the user knows it, for messages; the file's name where nothing is given.</param>
    /// <param name="limits">How many sites a structure may have; the usual limits where nothing is given.</param>
    public static IEnumerable<StructureReading> Read(string fileName, string text, string? source = null, ReadLimits? limits = null)
    {
        source ??= fileName;
        if (string.IsNullOrWhiteSpace(text)) return Failed("The file is empty.");
        if (text.Contains('\0')) return Failed("The file is binary, not a text of structures.");
        IStructureFormat? named = ByName(fileName), seen = ByContent(text);
        if (named is null && seen is null)
            return Failed($"The format is not known: neither the name nor the content is one of {string.Join(", ", Formats.Select(f => f.Name))}.");
        if (named is not null && seen is not null && !named.LooksLike(text))
            return Failed($"The name says {named.Name}, but the content looks like {seen.Name}: give the file the ending {seen.Endings[0]}.");
        return (named ?? seen!).Read(text, source, limits);

        IEnumerable<StructureReading> Failed(string reason) =>
            [StructureReading.Failed(source, new ReadFailure(source, null, reason))];
    }

    /// <summary>Writes structures to a file, whole or not at all, in the format that its name tells; <c>.gz</c> packs it.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="structures">Name and structure, in order.</param>
    /// <exception cref="InputException">The name tells no format, the format cannot hold these structures, or the file cannot be written.</exception>
    public static void Write(string path, IEnumerable<(string Name, Structure Structure)> structures)
    {
        IStructureFormat format = ByName(path) ?? throw new InputException(
            $"Cannot write '{path}': its ending names no format of structures; use one of {string.Join(", ", Formats.Select(f => f.Endings[0]))}.");
        try
        {
            AtomicFile.Write(path, stream =>
            {
                if (!IsPacked(path))
                {
                    WriteText(format, structures, stream);
                    return;
                }
                using var packed = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
                WriteText(format, structures, packed);
            });
        }
        catch (NotSupportedException e)
        {
            throw new InputException($"Cannot write '{path}': {e.Message}", e);
        }
    }

    private static IStructureFormat? ByContent(string text) => Formats.FirstOrDefault(format => format.LooksLike(text));

    private static void WriteText(IStructureFormat format, IEnumerable<(string Name, Structure Structure)> structures, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        format.Write(structures, writer);
    }

    private static IEnumerable<StructurePortion> OpenAndCut(string path, ReadLimits limits)
    {
        Stream file = FileContent.Open(path);
        foreach (StructurePortion portion in Cut(path, IsPacked(path) ? FileContent.Gunzip(file) : file, limits)) yield return portion;
    }

    /// <summary>The next portion; null behind the last, or where the file cannot be read any further, with the reason.</summary>
    private static StructurePortion? Next(IEnumerator<StructurePortion> portions, out string? fault)
    {
        fault = null;
        try
        {
            return portions.MoveNext() ? portions.Current : null;
        }
        catch (Exception e) when (Fault.IsOfInput(e) || e is ArgumentException or NotSupportedException)
        {
            fault = $"The file cannot be read: {e.Message}";
            return null;
        }
    }

    private static bool IsPacked(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>A whole file name may carry more: <c>POSCAR-195</c>, <c>POSCAR_relaxed</c>, <c>relaxed.POSCAR</c>.</summary>
    private static bool IsNamed(string name, string wanted) =>
        name == wanted || name.EndsWith("." + wanted, StringComparison.Ordinal)
        || (name.StartsWith(wanted, StringComparison.Ordinal) && !char.IsLetterOrDigit(name[wanted.Length]));
}
