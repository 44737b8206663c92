using TorchSharp;

namespace Lodestone.Learning.Tests;

public sealed class NativeHeapTests
{
    private const int Times = 30;
    private const long Size = 40 << 20; // bytes; above 32 MB a block is given back by default
    private const long Page = 4096; // bytes

    [Fact]
    public void Freed_memory_is_used_again_without_new_pages()
    {
        if (!NativeHeap.KeepFreedMemory()) Assert.Skip("The C library is not glibc.");
        Fill();
        long before = PageFaults();
        for (int time = 0; time < Times; time++) Fill();

        Assert.InRange(PageFaults() - before, 0, Times * Size / Page / 2);
    }

    private static void Fill() => torch.ones(Size / sizeof(float)).Dispose();

    /// <summary>Pages that were given to this process so far without reading a disk: field 10 of proc(5), the eighth after the name.</summary>
    private static long PageFaults() => long.Parse(
        File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(' ')[7], System.Globalization.CultureInfo.InvariantCulture);
}
