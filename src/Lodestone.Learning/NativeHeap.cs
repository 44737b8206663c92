using System.Runtime.InteropServices;

namespace Lodestone.Learning;

/// <summary>The heap of the C library, in which torch keeps tensors.</summary>
public static partial class NativeHeap
{
    // Parameters of mallopt(3).
    private const int TrimThreshold = -1;
    private const int MostMappings = -4;
    private const int MostArenas = -8;

    /// <summary>
    /// Keeps memory that is freed for the tensors to come. Otherwise glibc gives every block above 32 MB back at once, and the system clears each of its
    /// pages anew for the next one, which can take half of the time of a training. The process then holds on to the most memory it ever used. Blocks above
    /// 64 MB are an exception on other threads than the first. Threads share one heap a processor: by itself glibc has eight, each of which would hold on to
    /// its own most. It is for a program to call, before its first tensor, not for a library.
    /// </summary>
    /// <returns>Whether it could be done; false where the C library is not glibc.</returns>
    public static bool KeepFreedMemory()
    {
        try
        {
            return SetOption(MostMappings, 0) == 1 && SetOption(TrimThreshold, -1) == 1 && SetOption(MostArenas, Environment.ProcessorCount) == 1;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "mallopt")]
    private static partial int SetOption(int parameter, int value);
}
