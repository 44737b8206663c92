using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Lodestone.Data.Tables;
using Lodestone.Matter;
using Lodestone.Testing;

namespace Lodestone.Data.Tests.Sources;

public sealed class FileSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_named_by_its_stem()
    {
        MaterialReading reading = Assert.Single(Read(_folder.Write("Fe-2.5K.cif", Cif("Fe"))));
        Assert.Equal("Fe-2.5K", reading.Id);
        Assert.Equal("Fe", reading.Formula);
        Assert.Single(reading.Material!.Structure!.Sites);
    }

    [Fact]
    public void A_file_of_several_structures_gives_all_of_them()
    {
        MaterialReading[] readings = Read(_folder.Write("both.cif", Cif("Fe") + Cif("Co")));
        Assert.Equal(["Fe", "Co"], readings.Select(reading => reading.Id));
    }

    [Fact]
    public void A_gzip_of_a_file_is_looked_through()
    {
        string path = _folder.File("Fe.cif.gz");
        File.WriteAllBytes(path, Gzip(Cif("Fe")));
        Assert.Equal(("Fe", "Fe"), Read(path).Select(reading => (reading.Id, reading.Formula!)).Single());
        File.WriteAllBytes(path, Gzip(Cif("Fe"))[..60]);
        Assert.NotNull(Assert.Single(Read(path)).Failure);
    }

    [Fact]
    public void A_folder_is_searched_in_ordinal_order_for_structures_only()
    {
        _folder.Write("data/b/Co.cif", Cif("Co"));
        _folder.Write("data/B/Ni.CIF", Cif("Ni"));
        _folder.Write("data/a.cif", Cif("Fe"));
        _folder.Write("data/broken.cif", "data_x\n");
        _folder.Write("data/README.md", "Nothing.");
        _folder.Write("data/measured.csv", "id,formula\nx,Fe\n");
        _folder.Write("data/.hidden.cif", Cif("Fe"));
        Directory.CreateSymbolicLink(_folder.File("data", "b", "loop"), _folder.File("data"));
        MaterialReading[] readings = Read(_folder.File("data"));
        Assert.Equal(["Ni", "a", "Co", "broken"], readings.Select(reading => reading.Id));
        Assert.Equal([true, true, true, false], readings.Select(reading => reading.Material is not null));
    }

    [Fact]
    public void A_folder_without_a_structure_is_refused()
    {
        _folder.Write("data/README.md", "Nothing.");
        Assert.Contains("no structure file", Assert.Throws<InputException>(() => MaterialSource.Open(_folder.File("data"))).Message);
    }

    [Theory]
    [InlineData("1,0.5,2\n2,,x\n3,1,1\n", "target", "target_2")]
    [InlineData("name,gap,label\n1,0.5,2\n2,,x\n3,1,1\n", "gap", "label")]
    public void A_CGCNN_folder_gives_its_rows(string table, string first, string second)
    {
        _folder.Write("set/id_prop.csv", table);
        _folder.Write("set/1.cif", Cif("Fe"));
        _folder.Write("set/2.cif", Cif("Co"));
        MaterialReading[] readings = Read(_folder.File("set"));
        Assert.Equal(["1", "2", "3"], readings.Select(reading => reading.Id));
        Assert.Equal((0.5, 2.0), (readings[0].Material!.Number(first)!.Value, readings[0].Material!.Number(second)!.Value));
        Assert.Equal((null, "x"), (readings[1].Material!.Number(first), readings[1].Material!.Properties[second]));
        Assert.Contains("3.cif", readings[2].Failure!.Reason);
    }

    [Theory]
    [InlineData("a.tar")]
    [InlineData("a.tar.gz")]
    [InlineData("a.tgz")]
    [InlineData("a.zip")]
    public void An_archive_gives_its_structure_files_in_order(string name)
    {
        string path = _folder.File(name);
        File.WriteAllBytes(path, Archive(name));
        MaterialReading[] readings = Read(path);
        Assert.Equal(["Co", "Fe", "nothing", "Ni"], readings.Select(reading => reading.Id));
        Assert.Equal(["Co", "Fe", null, "Ni"], readings.Select(reading => reading.Formula));
        Assert.NotNull(readings[2].Failure);
        Assert.Equal(path + "/x/Co.cif", readings[0].Source);
    }

    [Fact]
    public void A_truncated_archive_keeps_what_came_before()
    {
        byte[] whole = Archive("a.tar");
        string path = _folder.File("a.tar");
        File.WriteAllBytes(path, whole[..1600]);
        MaterialReading[] readings = Read(path);
        Assert.Equal("Co", readings[0].Formula);
        Assert.Equal(2, readings.Length);
        Assert.Contains("cut off", readings[1].Failure!.Reason);
    }

    [Fact]
    public void A_damaged_zip_is_one_failure() =>
        Assert.Contains("damaged", Assert.Single(Read(_folder.Write("a.zip", "PK no zip at all"))).Failure!.Reason);

    [Fact]
    public void A_changed_byte_in_a_zip_is_seen()
    {
        string path = _folder.File("a.zip");
        using (var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
        using (Stream member = zip.CreateEntry("a.cif", CompressionLevel.NoCompression).Open())
            member.Write(Encoding.UTF8.GetBytes(Cif("Fe")));
        byte[] changed = File.ReadAllBytes(path);
        changed[changed.AsSpan().IndexOf("_cell_length_a 3"u8) + 15] = (byte)'5';
        File.WriteAllBytes(path, changed);
        Assert.Contains("check sum", Assert.Single(Read(path)).Failure!.Reason);
    }

    [Theory]
    [InlineData("a.cif")]
    [InlineData("a.tar")]
    [InlineData("a.tgz")]
    [InlineData("a.zip")]
    public void Standard_input_is_recognized_by_its_content(string kind)
    {
        byte[] bytes = kind == "a.cif" ? Encoding.UTF8.GetBytes(Cif("Co")) : Archive(kind);
        Assert.Equal("Co", MaterialSource.Open(["-"], () => new MemoryStream(bytes)).Read().First().Formula);
    }

    [Fact]
    public void Json_lines_are_read_line_by_line()
    {
        string path = _folder.File("a.jsonl");
        MaterialConverter.Convert(MaterialSource.Open(_folder.Write("Fe.cif", Cif("Fe"))).Read(), path);
        File.AppendAllText(path, "{\"broken\n" + File.ReadAllText(path));
        MaterialReading[] readings = Read(path);
        Assert.Equal(["Fe", null, "Fe"], readings.Select(reading => reading.Formula));
        Assert.Equal(2, readings[1].Failure!.Line);
        Assert.Equal(path, readings[1].Failure!.Source);
        Assert.Equal("Fe", readings[0].Id);
    }

    [Fact]
    public void A_structure_in_a_table_keeps_the_place_of_its_fault()
    {
        string path = _folder.File("t.csv");
        using (TableWriter table = TableWriter.Create(path, TableColumn.Text("material_id"), TableColumn.Text("formula"), TableColumn.Text("cif")))
        {
            table.Write("a", "Fe", Cif("Fe"));
            table.Write("b", "Co", "data_b\n_cell_length_a x\n");
            table.Write("c", "Ni", Cell.Missing);
            table.Commit();
        }
        MaterialReading[] readings = Read(path);
        Assert.NotNull(readings[0].Material!.Structure);
        Assert.Equal(("b", "Co", path), (readings[1].Id, readings[1].Formula, readings[1].Failure!.Source));
        Assert.Equal(2 + Cif("Fe").Count(c => c == '\n') + 1, readings[1].Failure!.Line);
        Assert.Contains("'cif'", readings[1].Failure!.Reason);
        Assert.Null(readings[2].Material!.Structure);
    }

    private static MaterialReading[] Read(string path) => [.. MaterialSource.Open(path).Read()];

    private static string Cif(string element) => $"""
        data_{element}
        _cell_length_a 3
        _cell_length_b 3
        _cell_length_c 3
        _cell_angle_alpha 90
        _cell_angle_beta 90
        _cell_angle_gamma 90
        _symmetry_space_group_name_H-M 'P 1'
        loop_
        _atom_site_label
        _atom_site_type_symbol
        _atom_site_fract_x
        _atom_site_fract_y
        _atom_site_fract_z
        {element}1 {element} 0 0 0

        """;

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static byte[] Archive(string kind)
    {
        (string Name, byte[] Content)[] files =
        [
            ("x/Co.cif", Encoding.UTF8.GetBytes(Cif("Co"))), ("README", [1, 2, 3]), ("x/Fe.cif.gz", Gzip(Cif("Fe"))),
            ("x/._Fe.cif", [0]), ("nothing.cif", []), ("Ni.cif", Encoding.UTF8.GetBytes(Cif("Ni"))),
        ];
        using var bytes = new MemoryStream();
        if (kind.EndsWith(".zip"))
        {
            using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            {
                foreach (var (name, content) in files)
                {
                    using Stream entry = zip.CreateEntry(name).Open();
                    entry.Write(content);
                }
            }
            return bytes.ToArray();
        }
        Stream target = kind.EndsWith('z') ? new GZipStream(bytes, CompressionLevel.Fastest) : bytes;
        using (target)
        {
            using var tar = new TarWriter(target);
            foreach (var (name, content) in files)
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }
        return bytes.ToArray();
    }
}
