using System.Globalization;
using System.Text.Json;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

[Collection(CommandLineCollection.Name)]
public sealed class ScreenCommandTests(TinyModel tiny) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Made => Path.Combine(_folder.Path, "lodestone-screen");

    [Fact]
    public void A_screen_prints_a_table_and_writes_three_files()
    {
        ProcessResult result = Run("--top", "7");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Equal(8, result.Lines.Length);
        Assert.Contains("lodestone-screen/report.html", result.Errors);
        Assert.Equal(["failures.csv", "ranking.csv", "report.html"], Directory.GetFiles(Made).Select(Path.GetFileName).Order());
        string[] ranking = File.ReadAllLines(Path.Combine(Made, "ranking.csv"));
        Assert.Equal(
            "rank,id,formula,source,status,message,magnetization_uB_A3,magnetization_uB_A3_std,magnetization_uB_A3_lo,magnetization_uB_A3_hi,"
            + "magnetization_T,magnetization_T_std,magnetization_T_lo,magnetization_T_hi,"
            + "e_above_hull_eV_atom,e_above_hull_eV_atom_std,e_above_hull_eV_atom_lo,e_above_hull_eV_atom_hi",
            ranking[0]);
        double[][] numbers = [.. ranking.Skip(1).Select(line => line.Split(',')[6..14].Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray())];
        double[] values = [.. numbers.Select(row => row[0])];
        const double tesla = 4 * Math.PI * 1e-7 * 9.2740100783e-24 / 1e-30; // vacuum permeability × Bohr magneton / Å³, CODATA 2018
        Assert.All(numbers, row => Assert.Equal(row[..4].Select(number => tesla * number), row[4..], (a, b) => Math.Abs(a - b) <= 1e-5 * Math.Abs(a)));
        Assert.Equal(50, values.Length);
        Assert.Equal(values.OrderDescending(), values);
        Assert.Contains("50 materials ranked by predicted magnetization", File.ReadAllText(Path.Combine(Made, "report.html")));
    }

    [Fact]
    public void The_same_command_writes_the_same_bytes()
    {
        ProcessResult first = Run();
        byte[][] files = [.. Directory.GetFiles(Made).Order().Select(File.ReadAllBytes)];
        Directory.Delete(Made, recursive: true);
        ProcessResult second = Run();

        Assert.Equal(first.Output, second.Output);
        Assert.Equal(files, Directory.GetFiles(Made).Order().Select(File.ReadAllBytes));
    }

    [Fact]
    public void Filters_leave_materials_out()
    {
        ProcessResult result = Run(
            "--json", "--only", "Fe,Co,Ni", "--exclude", "Ni", "--where", "magnetization_T_std > 0", "--minimize", "e_above_hull_eV_atom", "-o", "out");
        JsonElement json = JsonDocument.Parse(result.Output).RootElement;

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Equal(["Co", "Fe", "FeCo"], json.GetProperty("ranking").EnumerateArray().Select(row => row.GetProperty("id").GetString()).Order());
        Assert.Equal(50, json.GetProperty("read").GetInt32());
        Assert.Equal(47, json.GetProperty("left_out").GetInt32());
        Assert.True(File.Exists(Path.Combine(_folder.Path, "out", "report.html")));
    }

    [Fact]
    public void What_cannot_be_read_is_listed_and_the_rest_is_ranked()
    {
        File.Copy(Path.Combine(TinyModel.Crystals, "Fe.cif"), _folder.File("in", "Fe.cif"));
        _folder.Write("in/empty.cif", "");

        ProcessResult result = LodestoneProcess.Run(_folder.Path, "screen", "in", "-m", tiny.Model);

        Assert.Equal(ExitCode.Partial, result.ExitCode);
        Assert.Contains("in/empty.cif: ", result.Errors);
        Assert.StartsWith("empty,,in/empty.cif,", File.ReadAllLines(Path.Combine(Made, "failures.csv"))[1]);
    }

    [Theory]
    [InlineData("'x'", "--where", "x < 1")]
    [InlineData("is no condition", "--where", "magnetization_T")]
    [InlineData("'Qq'", "--only", "Qq")]
    [InlineData("there is no element 'fe'; give symbols such as Nd,Co. Did you mean 'Fe'?", "--exclude", "fe")]
    [InlineData("'nothing'", "--maximize", "nothing")]
    [InlineData("Did you mean 'magnetization_T'?", "--maximize", "magnetisation_T")]
    [InlineData("Did you mean 'e_above_hull_eV_atom'?", "--minimize", "e_above_hull_ev_atom")]
    [InlineData("not both", "--maximize", "magnetization_T", "--minimize", "magnetization_T")]
    [InlineData("'file/below'", "-o", "file/below")]
    public void A_wish_that_cannot_be_met_writes_nothing(string said, params string[] wish)
    {
        _folder.Write("file", "");
        ProcessResult result = Run(wish);

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains(said, result.Errors);
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_models_of_one_property_stand_beside_each_other()
    {
        string forest = Path.Combine(Repository.Root, "models", "magnetization-forest", "magnetization-forest.lodestone");

        ProcessResult result = Run("-m", forest, "--where", "magnetization-forest:magnetization_uB_A3 > 0.05");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        string[] ranking = File.ReadAllLines(Path.Combine(Made, "ranking.csv"));
        int column = Array.IndexOf(ranking[0].Split(','), "magnetization-forest:magnetization_uB_A3");
        Assert.True(column > 0);
        Assert.All(ranking.Skip(1), line => Assert.True(double.Parse(line.Split(',')[column], CultureInfo.InvariantCulture) > 0.05));
        Assert.Contains("magnetization by magnetization-forest", File.ReadAllText(Path.Combine(Made, "report.html")));
    }

    [Fact]
    public void Two_models_of_one_name_are_refused()
    {
        string other = Path.Combine(_folder.Path, Path.GetFileName(tiny.Model));
        File.Copy(tiny.Model, other);

        ProcessResult result = Run("-m", other);

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains("give each once, or rename a file", result.Errors);
    }

    private ProcessResult Run(params string[] more) =>
        LodestoneProcess.Run(_folder.Path, ["screen", TinyModel.Crystals, "-m", tiny.Model, .. more]);
}
