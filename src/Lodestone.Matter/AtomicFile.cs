using System.Text;

namespace Lodestone.Matter;

/// <summary>
/// A file that appears whole or not at all. Everything is written to a temporary file beside the target; <see cref="Commit"/> flushes it to
/// the disk and renames it over the target. Disposed without a commit (a failure, a cancellation), it leaves nothing behind and an older
/// file of that name untouched.
/// </summary>
/// <example><code>
/// using var file = AtomicFile.Create("ranking.csv");
/// file.Stream.Write(bytes);
/// file.Commit();
/// </code></example>
public sealed class AtomicFile : IDisposable
{
    private readonly string _target;
    private readonly string _temporary;
    private readonly FileStream _file;
    private bool _committed;

    private AtomicFile(string path, string target, string temporary, FileMode mode)
    {
        Path = path;
        _target = target;
        _temporary = temporary;
        _file = new FileStream(temporary, mode, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
        Stream = new GuardedStream(_file, e => Unwritable(path, e));
    }

    /// <summary>The target, as the caller named it.</summary>
    public string Path { get; }

    /// <summary>Where to write. A full disk becomes an <see cref="InputException"/> that names the target.</summary>
    public Stream Stream { get; }

    /// <summary>Opens a temporary file beside the target.</summary>
    /// <param name="path">The target. Its folder must exist. A symbolic link is followed; a device (<c>/dev/stdout</c>) is written straight.</param>
    /// <exception cref="InputException">The target cannot be written: the message says why.</exception>
    public static AtomicFile Create(string path)
    {
        try
        {
            string target = System.IO.Path.GetFullPath(path);
            if (IsDevice(target))
                return new AtomicFile(path, target, target, FileMode.Open);
            if (Directory.Exists(target))
                throw new InputException($"Cannot write '{path}': it is a folder; name a file in it.");
            string folder = System.IO.Path.GetDirectoryName(target)!;
            if (!Directory.Exists(folder))
                throw new InputException($"Cannot write '{path}': the folder '{folder}' does not exist; create it first.");
            if (File.Exists(target)) target = File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target;
            folder = System.IO.Path.GetDirectoryName(target)!;
            string temporary = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
            return new AtomicFile(path, target, temporary, FileMode.CreateNew);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unwritable(path, e);
        }
    }

    /// <summary>Deletes the temporary files that killed processes left beside a target. Not for a target that another process may be
    /// writing.</summary>
    public static void DeleteLeftovers(string path)
    {
        string target = System.IO.Path.GetFullPath(path);
        string folder = System.IO.Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder)) return;
        foreach (string file in Directory.EnumerateFiles(folder, $".{System.IO.Path.GetFileName(target)}.*.tmp"))
            File.Delete(file);
    }

    /// <summary>Writes a file whole or not at all.</summary>
    /// <param name="path">The target.</param>
    /// <param name="write">Writes the content. Whatever it throws passes through, and nothing is left.</param>
    /// <exception cref="InputException">The target cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        using AtomicFile file = Create(path);
        write(file.Stream);
        file.Commit();
    }

    /// <summary>Writes a UTF-8 text file, without a byte order mark and with <c>\n</c> line ends, whole or not at all.</summary>
    /// <param name="path">The target.</param>
    /// <param name="write">Writes the content. Whatever it throws passes through, and nothing is left.</param>
    /// <exception cref="InputException">The target cannot be written.</exception>
    public static void WriteText(string path, Action<TextWriter> write) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        write(writer);
    });

    /// <summary>Flushes to the disk and puts the file in the place of the target.</summary>
    /// <exception cref="InputException">The disk is full, or the target cannot be replaced.</exception>
    public void Commit()
    {
        try
        {
            _file.Flush(flushToDisk: _temporary != _target);
            _file.Dispose();
            if (_temporary != _target) File.Move(_temporary, _target, overwrite: true);
            _committed = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(Path, e);
        }
    }

    /// <summary>Closes the file and, unless it was committed, deletes what was written.</summary>
    public void Dispose()
    {
        if (_committed) return;
        try
        {
            _file.Dispose();
        }
        catch (IOException)
        {
            // The content is thrown away: what could not be flushed of it does not matter.
        }
        if (_temporary != _target) File.Delete(_temporary);
    }

    private static bool IsDevice(string path) => path.StartsWith("/dev/", StringComparison.Ordinal) && File.Exists(path)
        && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static InputException Unwritable(string path, Exception e) =>
        new($"Cannot write '{path}': {e.Message.TrimEnd('.')}; choose another place or free it.", e);
}
