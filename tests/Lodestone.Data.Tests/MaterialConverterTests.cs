using System.Text;
using Lodestone.Matter;
using Lodestone.Testing;

namespace Lodestone.Data.Tests;

public sealed class MaterialConverterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("all.csv")]
    [InlineData("all.tsv.gz")]
    [InlineData("all.parquet")]
    public void A_table_holds_all_that_was_read(string name)
    {
        MaterialReading[] readings = Sample();
        string path = _folder.File(name);
        ConversionResult result = MaterialConverter.Convert(readings, path);
        Assert.Equal(3, result.Written);
        Assert.Single(result.Failures);
        MaterialReading[] again = [.. MaterialSource.Open(path).Read()];
        Assert.Equal(["a", "b", "d"], again.Select(reading => reading.Id));
        Assert.Equal(["01", "02", "03"], again.Select(reading => reading.Material!.Properties["code"]));
        Assert.Equal([0.5, null, 2], again.Select(reading => reading.Material!.Number("gap")));
        Assert.Equal(["True", "False", "true"], again.Select(reading => reading.Material!.Properties["metal"]));
        Assert.Equal([1.0, 0, 1], again.Select(reading => reading.Material!.Number("metal")));
        Assert.Equal([true, true, false], again.Select(reading => reading.Material!.Structure is not null));
        Assert.Equal(2.87, again[0].Material!.Structure!.Lattice!.Vectors.A.Length, 1e-6);
    }

    [Theory]
    [InlineData("all.cif")]
    [InlineData("all.extxyz")]
    [InlineData("all.jsonl.gz")]
    public void A_structure_file_holds_what_has_a_structure(string name)
    {
        string path = _folder.File(name);
        ConversionResult result = MaterialConverter.Convert(Sample(), path);
        Assert.Equal((2, 2), (result.Written, result.Failures.Length));
        MaterialReading[] again = [.. MaterialSource.Open(path).Read()];
        Assert.Equal(["Fe", "Fe"], again.Select(reading => reading.Formula));
        Assert.All(again, reading => Assert.Equal(2, reading.Material!.Structure!.Sites.Length));
    }

    [Fact]
    public void An_unknown_ending_is_refused() =>
        Assert.Throws<InputException>(() => MaterialConverter.Convert(Sample(), _folder.File("all.docx")));

    [Theory]
    [InlineData("all.csv")]
    [InlineData("all.parquet")]
    [InlineData("all.cif")]
    [InlineData("all.extxyz")]
    [InlineData("all.jsonl.gz")]
    [InlineData("POSCAR")]
    public void A_file_stays_where_no_material_could_take_its_place(string name)
    {
        string path = _folder.Write(name, "what was there");
        MaterialReading[] bad = [.. Sample().Where(reading => reading.Material is null)];
        string message = Assert.Throws<InputException>(() => MaterialConverter.Convert(bad, path)).Message;
        Assert.Contains("was kept", message);
        Assert.Contains("Qq", message);
        Assert.Throws<InputException>(() => MaterialConverter.Convert([], path));
        Assert.Equal("what was there", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_table_of_descriptors_stays_too()
    {
        string path = _folder.Write("all.csv", "what was there");
        MaterialReading[] formulas = [.. Sample().Where(reading => reading.Material is { Structure: null })];
        Assert.Throws<InputException>(() => MaterialConverter.Convert(formulas, path, Data.Descriptors.DescriptorCatalog.Get("structure")));
        Assert.Equal("what was there", File.ReadAllText(path));
    }

    private static MaterialReading[] Sample()
    {
        const string cif = "data_x\n_cell_length_a 2.87\n_cell_length_b 2.87\n_cell_length_c 2.87\n_cell_angle_alpha 90\n_cell_angle_beta 90\n"
            + "_cell_angle_gamma 90\n_space_group_IT_number 229\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nFe 0 0 0\n";
        string table = $"id,code,gap,metal,formula,cif\na,01,0.5,True,Fe,\"{cif}\"\nb,02,,False,Fe,\"{cif}\"\nc,07,1,True,Qq,\nd,03,2,true,NaN,\n";
        return [.. MaterialSource.Open(["-"], () => new MemoryStream(Encoding.UTF8.GetBytes(table))).Read()];
    }
}
