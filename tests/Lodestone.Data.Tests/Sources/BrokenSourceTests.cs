using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Lodestone.Data.Sources;
using Lodestone.Data.Tables;
using Lodestone.Matter;
using Lodestone.Matter.Formats;
using Lodestone.Testing;

namespace Lodestone.Data.Tests.Sources;

/// <summary>Broken versions of sources: rows with reasons, never an exception, nor a fault of our own.</summary>
public sealed class BrokenSourceTests : IDisposable
{
    private const string Cif = "data_Fe\n_cell_length_a 2.87\n_cell_length_b 2.87\n_cell_length_c 2.87\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n"
        + "_space_group_IT_number 229\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nFe 0 0 0\n";
    private const string Structure = """{"lattice": {"matrix": [[3.0, 0, 0], [0, 3.0, 0], [0, 0, 3.0]]}, "sites": [{"species": [{"element": "Fe", "occu": 1}], "abc": [0, 0.5, 0]}]}""";
    private const string Csv = "id,formula,E_eV,note\na,Fe2O3,1.5,\"two\nlines\"\nb,\"NaCl\",-2e-3,\"a \"\"quoted\"\" word\"\nc,CuSO4,,x\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Comma_separated_tables() => Read("csv",
        [Utf8(Csv), Utf8($"id,cif,gap\na,\"{Cif}\",1.5\n"), Windows1252("id,formula,moment_µB\na,Fe,1.5\n"), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Csv)]],
        open => new DelimitedTable("t.csv", open, ReadLimits.Default));

    [Fact]
    public void Tables_with_tabs_and_decimal_commas() => Read("tsv",
        [Utf8(Csv.Replace(',', '\t')), Utf8("id;formula;gap\na;Fe;1,5\nb;Co;-2,25\nc;Ni;1,5(2)e-3\n".Replace(';', '\t'))], open => new DelimitedTable("t.tsv", open, ReadLimits.Default));

    [Fact]
    public void Json_lines() => Read("jsonl",
        [Utf8($"{Structure}\n{{\"structure\": {Structure}, \"id\": \"b\", \"gap\": 1.5}}\n{{\"formula\": \"Fe\", \"gap\": 2}}\n")], open => new JsonLines("t.jsonl", open, ReadLimits.Default));

    [Fact]
    public void Json_tables() => Read("json",
        [
            Utf8($"{{\"index\": [0, \"b\"], \"columns\": [\"structure\", \"gap\"], \"data\": [[{Structure}, 1.5], [{Structure}, null]]}}"),
            Utf8($"{{\"formula\": {{\"0\": \"Fe\", \"1\": \"Co\"}}, \"gap\": {{\"0\": 1.5, \"1\": -2}}}}"),
            Utf8($"[{{\"id\": \"a\", \"structure\": {Structure}, \"gap\": 1}}, {{\"id\": \"b\", \"formula\": \"Fe\\u00b72H2O\", \"gap\": [1, 2]}}]"),
            Utf8(Structure),
        ],
        open => new JsonFile("t.json", open, ReadLimits.Default));

    [Fact]
    public void Zip_archives() => Read("zip", [Zip(CompressionLevel.Optimal), Zip(CompressionLevel.NoCompression)], open => new ZipArchiveFile("t.zip", open, ReadLimits.Default));

    [Fact]
    public void Tar_archives() => Read("tar", [Tar(TarEntryFormat.Ustar), Tar(TarEntryFormat.Pax), Tar(TarEntryFormat.Gnu)], open => new TarArchive("t.tar", open, ReadLimits.Default));

    [Fact]
    public void Packed_files() => Read("gzip", [Gzip(Utf8(Cif)), [.. Gzip(Utf8(Cif)), .. Gzip(Utf8(Cif))]],
        open => new SingleFile("t.cif.gz", () => FileContent.Gunzip(open()), ReadLimits.Default));

    [Fact]
    public void Packed_archives_of_unknown_name() => Read("tgz", [Gzip(Tar(TarEntryFormat.Pax)), Gzip(Utf8(Csv)), Utf8(Csv), Utf8(Cif), Utf8(Structure)],
        open => new UnknownContent("standard input", open, ReadLimits.Default));

    [Fact]
    public void Parquet_tables() => Read("parquet", [Parquet("a.parquet", 2), Parquet("b.parquet", 40)], open => new ParquetTable("t.parquet", open, ReadLimits.Default));

    [Fact]
    public void Tables_of_a_folder()
    {
        _folder.Write("set/1.cif", Cif);
        _folder.Write("set/2.vasp", "Fe\n1.0\n3 0 0\n0 3 0\n0 0 3\nFe\n1\nDirect\n0 0 0\n");
        Mutants.Read("id_prop", [Utf8("file,gap,x\n1,0.5,\"a\"\n2.vasp,1,b\n3,1,\n"), Utf8("1.cif,0.5\n2,1.5\n")], bytes =>
        {
            File.WriteAllBytes(_folder.File("set", "id_prop.csv"), bytes);
            ReadAll(new CgcnnFolder(_folder.File("set"), ReadLimits.Default));
        });
    }

    private static void Read(string reader, IReadOnlyList<byte[]> valid, Func<Func<Stream>, EntryStream> source) =>
        Mutants.Read(reader, valid, bytes => ReadAll(source(() => new MemoryStream(bytes))));

    private static void ReadAll(EntryStream source)
    {
        source.QuickCount(CancellationToken.None);
        try
        {
            source.Check();
        }
        catch (InputException)
        {
            return;
        }
        foreach (MaterialReading reading in source.Entries().SelectMany(entry => entry.Read()))
        {
            if (reading.Failure?.Fault is { } fault) throw new InvalidOperationException(reading.Failure.Reason, fault);
            foreach (string value in reading.Material?.Properties.Values ?? []) NumberText.TryRead(value, out _, out _);
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Windows1252(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(content);
        return packed.ToArray();
    }

    private static byte[] Zip(CompressionLevel level)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (string name in (string[])["a.cif", "x/b.cif", "README"])
            {
                using Stream member = zip.CreateEntry(name, level).Open();
                member.Write(Utf8(Cif));
            }
        }
        return bytes.ToArray();
    }

    private static byte[] Tar(TarEntryFormat format)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, format))
        {
            foreach (string name in (string[])["a.cif", new string('b', 120) + ".cif"])
                if (format != TarEntryFormat.Ustar || name.Length < 100) tar.WriteEntry(Member(format, name));
        }
        return bytes.ToArray();
    }

    private static TarEntry Member(TarEntryFormat format, string name)
    {
        var content = new MemoryStream(Utf8(Cif));
        return format switch
        {
            TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = content },
            TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name) { DataStream = content },
            _ => new PaxTarEntry(TarEntryType.RegularFile, name, [KeyValuePair.Create("comment", "a note")]) { DataStream = content },
        };
    }

    private byte[] Parquet(string name, int rows)
    {
        string path = _folder.File(name);
        using (TableWriter table = TableWriter.Create(path, TableColumn.Text("id"), TableColumn.Text("formula"), TableColumn.Number("gap")))
        {
            for (int i = 0; i < rows; i++) table.Write($"m{i}", "Fe2O3", i % 3 == 0 ? Cell.Missing : (Cell)(i * 0.5));
            table.Commit();
        }
        return File.ReadAllBytes(path);
    }
}
