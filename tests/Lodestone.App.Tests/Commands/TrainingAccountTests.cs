using System.Text.Json;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

/// <summary>A training says what it learns from, what it reached, and replaces nothing unasked.</summary>
[Collection(CommandLineCollection.Name)]
public sealed class TrainingAccountTests : IDisposable
{
    private const string Crystal = "data_x\n_cell_length_a 4.0\n_cell_length_b 4.0\n_cell_length_c 4.0\nloop_\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\nFe 0 0 0 ";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Rows_that_a_network_cannot_take_are_counted_before_the_first_epoch()
    {
        IEnumerable<string> rows = Enumerable.Range(0, 30).Select(i => $"r{i},\"{Crystal}{(i % 3 == 0 ? 1 : 0.5)}\nO 0.5 0.5 {0.3 + i / 100.0:F2} 1\n\",{i}\n");
        _folder.Write("table.csv", "id,cif,y\n" + string.Concat(rows));

        ProcessResult result = Train("cgcnn", "epochs=1", "split.by=random", "split.validation=0.3");

        Assert.Equal(ExitCode.Partial, result.ExitCode);
        string[] said = result.Errors.Split('\n');
        Assert.Contains(said, line => line.StartsWith("table.csv: 30 entries, 0 unreadable", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("rows are left out, which 'cgcnn' cannot take"));
        Assert.Contains(said, line => line.Contains("is disordered") && line.Contains("First: r"));
        Assert.DoesNotContain(said, line => line.StartsWith("24 rows to learn from", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("m0,Xx2O,1\n", "1 unreadable")]
    [InlineData("m0,Fe2O3,1.11 eV\n", "1 cell of 'y' hold")]
    public void What_is_lost_is_said_and_gives_3(string row, string said)
    {
        _folder.Write("table.csv", "id,formula,y\n" + row + Ordinary());

        ProcessResult result = Train("forest");

        Assert.Equal(ExitCode.Partial, result.ExitCode);
        Assert.Contains(said, result.Errors);
        Assert.Contains("table.csv, line 2", result.Errors);
    }

    [Fact]
    public void At_its_end_it_shows_what_it_reached()
    {
        _folder.Write("table.csv", "id,formula,y\n" + Ordinary());

        ProcessResult table = Train("forest");
        Assert.Equal(ExitCode.Done, table.ExitCode);
        Assert.Contains(table.Lines, line => line.Contains("test rows"));
        Assert.Contains("uPlot", File.ReadAllText(_folder.File("model.html")));

        ProcessResult again = Train("forest");
        Assert.Equal(ExitCode.Unusable, again.ExitCode);
        Assert.Contains("--force", again.Errors);

        ProcessResult json = LodestoneProcess.Run(_folder.Path, [.. Arguments("forest"), "--force", "--json"]);
        JsonElement root = JsonDocument.Parse(json.Output).RootElement;
        Assert.Equal(("model.lodestone", 0), (root.GetProperty("model").GetString(), root.GetProperty("left_out").GetInt32()));
        Assert.Contains(root.GetProperty("errors").EnumerateArray(), error => error.GetProperty("rows").GetString() == "test rows" && error.GetProperty("measured").GetProperty("mae").GetDouble() >= 0);
    }

    [Fact]
    public void Words_are_learned_and_told_as_words()
    {
        _folder.Write("table.csv", "id,formula,y\n" + string.Concat(Ordinary().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => line[..line.LastIndexOf(',')] + (i % 3 == 0 ? ",metal\n" : i % 3 == 1 ? ",insulator\n" : ",semi\n"))));

        Assert.Equal(ExitCode.Done, Train("element-attention", "epochs=2").ExitCode);
        ProcessResult predicted = LodestoneProcess.Run(_folder.Path, "predict", "table.csv", "-m", "model.lodestone");

        Assert.StartsWith("id,formula,source,status,message,y,y=insulator,y=insulator_std", predicted.Lines[0]);
        Assert.Contains(predicted.Lines[1].Split(',')[5], new[] { "metal", "insulator", "semi" });
    }

    [Fact]
    public void A_target_with_a_comma_in_its_name_stands_in_quotes()
    {
        _folder.Write("table.csv", "id,formula,\"E, eV\"\n" + Ordinary());

        ProcessResult result = LodestoneProcess.Run(_folder.Path, "train", "--data", "table.csv", "--target", "\"E, eV\"", "--arch", "forest");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.True(File.Exists(_folder.File("E, eV.lodestone")));
    }

    [Fact]
    public void An_unknown_option_is_noticed_before_the_data_are_read()
    {
        ProcessResult result = LodestoneProcess.Run(_folder.Path, "train", "--data", "nowhere.csv", "--target", "y", "--arch", "egnn", "--set", "epoch=3");

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains("Did you mean 'epochs'?", result.Errors);
    }

    public void Dispose() => _folder.Dispose();

    private static string Ordinary()
    {
        string[] metals = ["Fe", "Co", "Ni", "Mn", "Cr", "Ti"], others = ["O", "S", "Si", "N", "Cl"];
        return string.Concat(metals.SelectMany((metal, i) => others.Select((other, j) => $"m{i}{j},{metal}{1 + (i + j) % 3}{other}{1 + j % 2},{i + j}\n")));
    }

    private static string[] Arguments(string architecture, params string[] settings) =>
        ["train", "--data", "table.csv", "--target", "y", "--arch", architecture, "-o", "model.lodestone", .. settings.SelectMany(setting => new[] { "--set", setting })];

    private ProcessResult Train(string architecture, params string[] settings) => LodestoneProcess.Run(_folder.Path, Arguments(architecture, settings));
}
