using Lodestone.Testing;

namespace Lodestone.Data.Tests;

public sealed class DataDigestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_file_has_the_SHA256_of_its_bytes() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", DataDigest.Of(_folder.Write("a", "abc")));

    [Fact]
    public void A_folder_changes_with_the_content_and_the_name_of_any_file()
    {
        _folder.Write("b/c.cif", "1");
        string path = _folder.Write("b/d.cif", "2");
        string digest = DataDigest.Of(_folder.Path);
        File.WriteAllText(path, "3");
        Assert.NotEqual(digest, DataDigest.Of(_folder.Path));
        File.WriteAllText(path, "2");
        Assert.Equal(digest, DataDigest.Of(_folder.Path));
        File.Move(path, path + "x");
        Assert.NotEqual(digest, DataDigest.Of(_folder.Path));
    }

    [Fact]
    public void What_is_neither_has_none() => Assert.Equal("", DataDigest.Of("-"));

    public void Dispose() => _folder.Dispose();
}
