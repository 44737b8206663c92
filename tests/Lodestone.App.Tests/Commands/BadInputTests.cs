using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

[Collection(CommandLineCollection.Name)]
public sealed class BadInputTests(TinyModel tiny) : IDisposable
{
    private const string Cell = "data_x\n_cell_length_a 3\n_cell_length_b 3\n_cell_length_c 3\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n";

    private const string FlatCell = "data_x\n_cell_length_a 3\n_cell_length_b 3\n_cell_length_c 3\n_cell_angle_alpha 60\n_cell_angle_beta 60\n_cell_angle_gamma 120\n";

    private const string Sites = "loop_\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("empty.cif", "")]
    [InlineData("truncated.cif", "data_x\n_cell_length_a 3\nloop_\n_atom_site_type_sy")]
    [InlineData("flat.cif", FlatCell + Sites + "Fe 0 0 0\n")]
    [InlineData("element.cif", Cell + Sites + "Xx 0 0 0\n")]
    [InlineData("photo.png", "\u0089PNG\r\n")]
    [InlineData("table.csv", "a,b\n1,2\n")]
    [InlineData("wrong.xyz", Cell + Sites + "Fe 0 0 0\n")]
    public void An_input_that_cannot_be_used_ends_with_2_and_its_reason(string name, string text)
    {
        _folder.Write(name, text);
        ProcessResult result = LodestoneProcess.Run(_folder.Path, "predict", name, "-m", tiny.Model);

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains(name, result.Errors);
        Assert.DoesNotContain("Lodestone made a mistake", result.Errors);
    }

    [Theory]
    [InlineData("missing.cif")]
    [InlineData("folder")]
    public void A_source_without_anything_in_it_is_named(string source)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "folder"));
        ProcessResult result = LodestoneProcess.Run(_folder.Path, "predict", source, "-m", tiny.Model, "-o", "out.csv");

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains($"'{source}'", result.Errors);
        Assert.False(File.Exists(_folder.File("out.csv")));
    }

    [Theory]
    [InlineData("below/out.csv")]
    [InlineData("file/out.csv")]
    [InlineData("out.xlsx")]
    public void An_output_that_cannot_be_written_is_named(string output)
    {
        _folder.Write("file", "");
        ProcessResult result = LodestoneProcess.Run(_folder.Path, "predict", TinyModel.Crystals, "-m", tiny.Model, "-o", output);

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains($"'{output}'", result.Errors);
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_model_file_with_a_flipped_byte_is_refused()
    {
        byte[] bytes = File.ReadAllBytes(tiny.Model);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(_folder.File("damaged.lodestone"), bytes);
        ProcessResult result = LodestoneProcess.Run(_folder.Path, "predict", TinyModel.Crystals, "-m", "damaged.lodestone");

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains("damaged", result.Errors);
        Assert.Empty(result.Output);
    }

    public void Dispose() => _folder.Dispose();
}
