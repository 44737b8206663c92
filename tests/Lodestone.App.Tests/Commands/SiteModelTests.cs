using System.Globalization;
using System.Text;
using System.Text.Json;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

/// <summary>A model of sites through the commands: one value a site, errors up to a flip, and no ranking.</summary>
public sealed class SiteModelTests : IDisposable
{
    private const int Crystals = 20;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void It_is_trained_predicts_and_is_evaluated_by_site()
    {
        _folder.Write("table.csv", Table());
        _folder.Write("recipe.yaml", """
            name: sites
            data: table.csv
            split: { by: random, validation: 0.3, test: 0.2 }
            targets: [{ name: site_moments_uB, level: site, head: moment }]
            architecture: cgcnn
            options: { atom_feature_length: 16 }
            training: { epochs: 40, batch_size: 4, optimizer: { learning_rate: 0.02 } }
            measure: [{ name: test rows }]
            """);
        ProcessResult training = Run("train", "recipe.yaml", "-o", "sites.lodestone");
        Assert.True(training.ExitCode == ExitCode.Done, training.Errors);

        ProcessResult prediction = Run("predict", "table.csv", "-m", "sites.lodestone");
        string[] lines = prediction.Output.TrimEnd().Split('\n');
        Assert.Equal(ExitCode.Done, prediction.ExitCode);
        Assert.Equal("id,formula,source,status,message,site,element,site_moments_uB,site_moments_uB_std,site_moments_uB_lo,site_moments_uB_hi", lines[0]);
        Assert.Equal(1 + 2 * Crystals, lines.Length);
        Assert.StartsWith("x0,", lines[1]);
        Assert.Contains(",1,Fe,", lines[1]);
        Assert.Contains(",2,Co,", lines[2]);

        ProcessResult evaluation = Run("evaluate", "table.csv", "-m", "sites.lodestone", "--json");
        JsonElement errors = JsonDocument.Parse(evaluation.Output).RootElement.GetProperty("targets").GetProperty("site_moments_uB");
        Assert.Equal(2 * Crystals, errors.GetProperty("n").GetInt32());
        Assert.Equal(1.5, errors.GetProperty("median_predictor_mae").GetDouble(), 1e-9);
        Assert.InRange(errors.GetProperty("mae").GetDouble(), 0, 0.5);

        ProcessResult screen = Run("screen", "table.csv", "-m", "sites.lodestone", "-o", "screen");
        Assert.Equal(ExitCode.Unusable, screen.ExitCode);
        Assert.Contains("of each site", screen.Errors);
    }

    public void Dispose() => _folder.Dispose();

    private ProcessResult Run(params string[] arguments) => LodestoneProcess.Run(_folder.Path, arguments);

    /// <summary>Iron and cobalt in cubes of different sizes, antiparallel, either of them up.</summary>
    private static string Table()
    {
        var text = new StringBuilder("id,site_moments_uB,cif\n");
        for (int i = 0; i < Crystals; i++)
        {
            string a = (2.6 + 0.03 * i).ToString(CultureInfo.InvariantCulture);
            string moments = i % 2 == 0 ? "[2, -1]" : "[-2, 1]";
            text.Append(CultureInfo.InvariantCulture, $"x{i},\"{moments}\",\"data_x\n_cell_length_a {a}\n_cell_length_b {a}\n_cell_length_c {a}\n")
                .Append("_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\nloop_\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n")
                .Append("Fe 0 0 0\nCo .5 .5 .5\n\"\n");
        }
        return text.ToString();
    }
}
