using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Lodestone.Data.Tables;
using Lodestone.Matter.Formats;
using Lodestone.Testing;

namespace Lodestone.Data.Tests.Sources;

[Collection(Alone.Name)]
public sealed class LimitTests : IDisposable
{
    private const string Xyz = "1\nname=good\nFe 0 0 0\n";
    private static readonly ReadLimits Small = new(10_000);
    private static readonly string Large = $"1\nname=large {new string('x', 10_000)}\nFe 0 0 0\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.tar")]
    [InlineData("a.tar.gz")]
    [InlineData("folder/a.xyz")]
    [InlineData("a.csv")]
    [InlineData("a.parquet")]
    [InlineData("a.jsonl")]
    [InlineData("a.json")]
    public void One_entry_beyond_the_limit_fails_and_the_others_are_read(string kind)
    {
        string path = _folder.File(kind.Split('/'));
        Write(path);
        if (kind.StartsWith("folder")) path = _folder.File("folder");
        MaterialReading[] readings = [.. MaterialSource.Open([path], Small).Read()];
        Assert.Equal(kind == "a.csv" ? [true, false] : [true, false, true], readings.Select(reading => reading.Material is not null));
        Assert.Contains("--max-entry", readings[1].Failure!.Reason);
        Assert.All(MaterialSource.Open([path], new ReadLimits(100_000)).Read(), reading => Assert.NotNull(reading.Material));
    }

    [Theory]
    [InlineData("bomb.cif.gz")]
    [InlineData("bomb.csv.gz")]
    [InlineData("bomb.jsonl.gz")]
    [InlineData("bomb.json.gz")]
    [InlineData("bomb.zip")]
    public void A_bomb_is_refused_with_little_memory(string name)
    {
        string path = _folder.File(name);
        byte[] spaces = [.. Enumerable.Repeat((byte)'7', 1 << 20)];
        using (FileStream file = File.Create(path))
        using (var zip = name.EndsWith(".zip") ? new ZipArchive(file, ZipArchiveMode.Create) : null)
        using (Stream packed = zip?.CreateEntry("bomb.cif", CompressionLevel.Fastest).Open() ?? new GZipStream(file, CompressionLevel.Fastest))
        {
            packed.Write(Encoding.UTF8.GetBytes(name.Contains("csv") ? "formula,x\nFe,\"" : name.Contains("json") ? "[\"" : "data_x\n"));
            for (int i = 0; i < 400; i++) packed.Write(spaces);
        }
        long before = GC.GetTotalAllocatedBytes();
        MaterialReading reading = Assert.Single(MaterialSource.Open(path).Read());
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 300L << 20);
        Assert.NotNull(reading.Failure);
    }

    [Fact]
    public void A_gzip_within_a_gzip_is_not_followed()
    {
        byte[] packed = Gzip(Gzip(Encoding.UTF8.GetBytes(Xyz)));
        Assert.Contains("twice", Assert.Single(MaterialSource.Open(["-"], () => new MemoryStream(packed)).Read()).Failure!.Reason);
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }

    private static string Json(string text) => $$"""{"name": "m", "pad": "{{new string('x', text.Length - 20)}}", "sites": [{"species": [{"element": "Fe"}], "xyz": [0, 0, 0]}]}""";

    private void Write(string path)
    {
        string[] texts = [Xyz, Large, Xyz];
        string name = Path.GetFileName(path);
        if (name == "a.xyz") for (int i = 0; i < 3; i++) File.WriteAllText(path.Replace("a.xyz", $"{i}.xyz"), texts[i]);
        else if (name == "a.jsonl") File.WriteAllText(path, string.Concat(texts.Select(text => Json(text) + "\n")));
        else if (name == "a.json") File.WriteAllText(path, $"[{string.Join(",", texts.Select(Json))}]");
        else if (name == "a.zip") WriteZip(path, texts);
        else if (name is "a.csv" or "a.parquet") WriteTable(path, texts);
        else WriteTar(path, texts);
    }

    private static void WriteZip(string path, string[] texts)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        for (int i = 0; i < 3; i++)
        {
            using Stream member = zip.CreateEntry($"{i}.xyz").Open();
            member.Write(Encoding.UTF8.GetBytes(texts[i]));
        }
    }

    private static void WriteTar(string path, string[] texts)
    {
        using Stream file = path.EndsWith("gz") ? new GZipStream(File.Create(path), CompressionLevel.Fastest) : File.Create(path);
        using var tar = new TarWriter(file);
        for (int i = 0; i < 3; i++)
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"{i}.xyz") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(texts[i])) });
    }

    private static void WriteTable(string path, string[] texts)
    {
        using TableWriter table = TableWriter.Create(path, TableColumn.Text("id"), TableColumn.Text("formula"), TableColumn.Text("note"));
        // A reader in blocks sees the length of what does not fit into one: the row must be longer than 64 KiB.
        foreach (string text in texts) table.Write("m", "Fe", path.EndsWith("csv") && text == Large ? new string('x', 70_000) : text);
        table.Commit();
    }
}
