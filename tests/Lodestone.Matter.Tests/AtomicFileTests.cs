using Lodestone.Testing;

namespace Lodestone.Matter.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_committed_file_replaces_the_old_one()
    {
        string path = _folder.Write("table.csv", "old");
        AtomicFile.WriteText(path, writer => writer.WriteLine("new"));
        Assert.Equal("new\n", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_failing_writer_leaves_the_old_file_and_nothing_else()
    {
        string path = _folder.Write("table.csv", "old");
        Assert.Throws<OperationCanceledException>(() => AtomicFile.WriteText(path, writer =>
        {
            writer.Write(new string('x', 1_000_000));
            throw new OperationCanceledException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void The_target_does_not_exist_before_the_commit()
    {
        string path = _folder.File("table.csv");
        using (AtomicFile file = AtomicFile.Create(path))
        {
            file.Stream.WriteByte(1);
            Assert.False(File.Exists(path));
            file.Commit();
        }
        Assert.Equal([1], File.ReadAllBytes(path));
    }

    [Fact]
    public void A_symbolic_link_stays_a_link()
    {
        string path = _folder.Write("real.csv", "old");
        string link = _folder.File("link.csv");
        File.CreateSymbolicLink(link, path);
        AtomicFile.WriteText(link, writer => writer.Write("new"));
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void A_missing_folder_is_one_clear_sentence()
    {
        var e = Assert.Throws<InputException>(() => AtomicFile.Create(Path.Combine(_folder.Path, "none", "table.csv")));
        Assert.Contains("does not exist", e.Message);
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        var e = Assert.Throws<InputException>(() => AtomicFile.Create(_folder.Path));
        Assert.Contains("folder", e.Message);
    }

    [Fact]
    public void A_full_disk_is_one_clear_sentence()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");
        var e = Assert.Throws<InputException>(() => AtomicFile.Write("/dev/full", stream => stream.Write(new byte[1 << 20])));
        Assert.Contains("/dev/full", e.Message);
        Assert.True(File.Exists("/dev/full"));
    }
}
