using Microsoft.Win32.SafeHandles;

namespace Lodestone.App.Output;

/// <summary>Standard output as a stream that tells when its reader has gone (<c>lodestone … | head</c>), which the stream of
/// <see cref="Console"/> passes over in silence.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    /// <summary>The number of the error EPIPE, which .NET puts into <see cref="Exception.HResult"/>.</summary>
    private const int BrokenPipe = 32;

    /// <summary>Opens standard output.</summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        try
        {
            var stream = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            // On a file that others write to as well, a FileStream would keep a position of its own.
            return stream.CanSeek ? Console.OpenStandardOutput() : stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Console.OpenStandardOutput();
        }
    }

    /// <summary>True where an exception says that nobody reads standard output any more.</summary>
    public static bool IsClosedByReader(Exception exception) =>
        !OperatingSystem.IsWindows() && exception is IOException { HResult: BrokenPipe };
}
