using System.IO.Compression;
using System.Text;
using CsCheck;
using Lodestone.Matter.Formats;
using Lodestone.Testing;

namespace Lodestone.Matter.Tests;

public sealed class FileContentTests
{
    private const string Frames = "2\nname=a\nFe 0 0 0\nO 0 0 2\n2\nname=b\nFe 0 0 0\nO 0 0 2.1\n";

    [Fact]
    public void A_gzip_that_is_cut_anywhere_is_refused()
    {
        byte[] whole = Gzip(Encoding.UTF8.GetBytes(Frames));
        for (int length = 1; length < whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => Unpack(whole[..length]));
        Assert.Equal(Frames, Unpack(whole));
    }

    [Fact]
    public void A_long_gzip_that_is_cut_anywhere_is_refused() => Gen.Int[0, 1000].Sample(cut =>
    {
        byte[] whole = Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i * 7919L % 1009 * i % 10007} "))));
        Assert.Throws<InvalidDataException>(() => Unpack(whole[..^(1 + cut * 20)]));
    }, iter: 20);

    [Fact]
    public void Members_of_a_gzip_follow_one_another()
    {
        byte[] one = Gzip("one "u8.ToArray()), empty = Gzip([]), two = Gzip("two"u8.ToArray());
        Assert.Equal("one two", Unpack([.. one, .. empty, .. two]));
        Assert.Equal("", Unpack(empty));
        Assert.Throws<InvalidDataException>(() => Unpack([.. one, .. two[..^1]]));
        Assert.Throws<InvalidDataException>(() => Unpack([.. one, .. two[..1]]));
    }

    [Fact]
    public void Zeros_behind_a_gzip_are_padding_and_other_bytes_are_damage()
    {
        byte[] one = Gzip("one"u8.ToArray());
        Assert.Equal("one", Unpack([.. one, .. new byte[512]]));
        Assert.Equal("one", Unpack([.. one, .. new byte[200_000]]));
        Assert.Throws<InvalidDataException>(() => Unpack([.. one, .. "trailing"u8]));
    }

    [Fact]
    public void A_changed_byte_of_a_gzip_is_seen_or_means_nothing()
    {
        byte[] whole = Gzip(Encoding.UTF8.GetBytes(Frames));
        for (int place = 10; place < whole.Length; place++)
        {
            byte[] changed = [.. whole];
            changed[place] ^= 0x10;
            string? text = null;
            if (Record.Exception(() => text = Unpack(changed)) is not InvalidDataException) Assert.Equal(Frames, text);
        }
    }

    [Fact]
    public void A_cut_file_of_frames_is_one_failure()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("cut.xyz.gz");
        byte[] whole = Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Frames, 1000))));
        File.WriteAllBytes(path, whole[..^20]);
        Assert.Contains("cut short", Assert.Single(StructureFile.Read(path)).Failure!.Reason);
        File.WriteAllBytes(path, whole);
        Assert.Equal(2000, StructureFile.Read(path).Count());
    }

    [Fact]
    public void A_packed_file_beyond_the_limit_is_refused_before_it_is_unpacked()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("bomb.cif.gz");
        using (var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            for (int i = 0; i < 300; i++) packed.Write(new byte[1 << 20]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("--max-entry", Assert.Single(StructureFile.Read(path)).Failure!.Reason);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200L << 20);
    }

    [Fact]
    public void A_limit_can_be_raised_and_lowered()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.xyz", Frames);
        Assert.Equal(2, StructureFile.Read(path, new ReadLimits(Frames.Length)).Count());
        Assert.Contains("--max-entry", Assert.Single(StructureFile.Read(path, new ReadLimits(Frames.Length - 1))).Failure!.Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadLimits(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadLimits(ReadLimits.Largest + 1));
    }

    [Theory]
    [InlineData("POSCAR", "x\n1\n99 0 0\n0 99 0\n0 0 99\nH\n2000\nDirect\n0 0 0\n", "2000 sites")]
    [InlineData("a.cif", "data_x\n_cell_length_a 99\n_cell_length_b 99\n_cell_length_c 99\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n"
        + "_space_group_IT_number 225\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n"
        + "H1 .01 .02 .03\nH2 .11 .22 .33\nH3 .11 .25 .31\nH4 .21 .35 .31\nH5 .21 .25 .4\nH6 .1 .3 .45\n", "1152 sites")]
    public void A_structure_of_too_many_sites_is_refused(string name, string text, string sites)
    {
        string reason = Assert.Single(StructureFile.Read(name, text, limits: new ReadLimits(2000))).Failure!.Reason;
        Assert.Contains(sites, reason);
        Assert.Contains("--max-entry", reason);
    }

    [Theory]
    [InlineData("xyz")]
    [InlineData("sdf")]
    [InlineData("json")]
    public void Every_format_has_the_limit_of_sites(string ending)
    {
        var atoms = Enumerable.Range(0, 1001).Select(i => new Site([new Species(Element.Parse("H"))], default, new(i * 2.0, 0, 0)));
        using var writer = new StringWriter { NewLine = "\n" };
        IStructureFormat format = StructureFile.ByName("m." + ending)!;
        format.Write([("m", new Structure(null, [.. atoms]))], writer);
        Assert.Contains("--max-entry", Assert.Single(format.Read(writer.ToString(), "m", new ReadLimits(2000))).Failure!.Reason);
        Assert.Equal(1001, Assert.Single(format.Read(writer.ToString(), "m")).Structure!.Sites.Length);
    }

    [Fact]
    public void Texts_are_decoded_by_mark_then_as_UTF_8_then_as_Windows_1252()
    {
        const string text = "“µB/Å³” – 5 €\n";
        foreach (byte[] bytes in (byte[][])[
            Encoding.UTF8.GetBytes(text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)], Windows1252(text)])
        {
            Assert.Equal(text, FileContent.Decode(bytes));
            Assert.Equal(text, Encoding.UTF8.GetString(AsUtf8(bytes, 7)));
        }
    }

    [Fact]
    public void A_text_is_the_same_read_at_once_or_in_pieces() => Gen.Select(Gen.String, Gen.Int[1, 9], Gen.Bool).Sample((text, piece, wide) =>
    {
        byte[] bytes = wide ? [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)] : Encoding.UTF8.GetBytes(text);
        Assert.Equal(FileContent.Decode(bytes), Encoding.UTF8.GetString(AsUtf8(bytes, piece)));
    }, iter: 500);

    private static byte[] Windows1252(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    private static string Unpack(byte[] packed) => FileContent.ReadText(new MemoryStream(packed), packed: true, ReadLimits.Default);

    private static byte[] AsUtf8(byte[] bytes, int piece)
    {
        using Stream stream = FileContent.AsUtf8(new SlowStream(bytes, piece));
        return FileContent.ReadAll(stream, ReadLimits.Default);
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(content);
        return packed.ToArray();
    }

    /// <summary>Gives a few bytes at a time, as networks and pipes do.</summary>
    private sealed class SlowStream(byte[] bytes, int piece) : ForwardStream
    {
        private int _given;

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(Math.Min(piece, buffer.Length), bytes.Length - _given);
            bytes.AsSpan(_given, count).CopyTo(buffer);
            _given += count;
            return count;
        }
    }
}
