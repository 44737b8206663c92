using System.Globalization;
using System.Text;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

/// <summary>What a network of structures cannot use ends in one sentence that says why and what to do.</summary>
public sealed class StructureBadInputTests : IDisposable
{
    private static readonly Dictionary<string, string[]> Small = new()
    {
        ["cgcnn"] = ["atom_feature_length=16"],
        ["megnet"] = ["blocks=1"],
        ["alignn"] = ["feature_length=16", "bond_layers=1", "angle_layers=1"],
        ["ecn"] = ["atom_feature_length=16", "layers=1"],
        ["egnn"] = ["feature_length=16", "layers=1"],
        ["mc-egnn"] = ["feature_length=16", "layers=1"],
        ["cartesian"] = ["feature_length=16", "layers=1"],
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Architectures => [.. Small.Keys];

    [Theory]
    [Trait("Category", "Slow")]
    [MemberData(nameof(Architectures))]
    public void Single_atoms_isolated_atoms_and_molecules(string architecture)
    {
        _folder.Write("table.csv", Table());
        _folder.Write("crystals/a-single.cif", Cif(2.8, "Fe 0 0 0"));
        _folder.Write("crystals/b-isolated.cif", Cif(40, "Fe 0 0 0"));
        _folder.Write("crystals/c-molecule.xyz", "2\n\nFe 0 0 0\nCo 0 0 2.1\n");
        _folder.Write("crystals/d-atom.xyz", "1\n\nFe 0 0 0\n");
        ProcessResult training = Train(architecture, "y", "m.lodestone");
        Assert.True(training.ExitCode == ExitCode.Done, training.Errors);

        ProcessResult result = Run("predict", "crystals", "-m", "m.lodestone");
        string[] rows = result.Output.TrimEnd().Split('\n')[1..];
        Assert.Equal(ExitCode.Partial, result.ExitCode);
        Assert.Contains(",ok,,", rows[0]);
        Assert.Contains(",ok,", rows[1]);
        Assert.Contains("The only atom has no", rows[1]);
        Assert.Contains("'cutoff'", rows[1]);
        Assert.Contains("The model was trained on crystals", rows[2]);
        Assert.Contains("The model was trained on crystals", rows[3]);
    }

    [Fact]
    public void An_isolated_atom_is_told_of_in_training_and_in_prediction()
    {
        _folder.Write("helium.cif", Cif(20, "He 0 0 0"));
        _folder.Write("table.csv", Table() + string.Concat(Enumerable.Range(0, 4).Select(i => $"lone{i},1,,\"{Cif(20 + i, "He 0 0 0")}\"\n")));
        ProcessResult training = Train("cgcnn", "y", "m.lodestone");
        Assert.True(training.ExitCode == ExitCode.Done, training.Errors);
        const string Warning = "The only atom has no neighbour within the cutoff of 8 Å (option 'cutoff'), so the model sees no structure there; check the cell, or train with a larger value.";

        Assert.Contains(Warning, Sentence(training));
        ProcessResult result = Run("predict", "helium.cif", "-m", "m.lodestone");
        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains(Warning, result.Output);
        Assert.Contains(",ok,", result.Output);
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void A_target_that_is_always_missing_is_named(string architecture)
    {
        _folder.Write("table.csv", Table());
        ProcessResult result = Train(architecture, "y,z", "m.lodestone");

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains("No row of table.csv has a value of 'z'; there are values of y.", Sentence(result));
    }

    [Theory]
    [InlineData("cgcnn", "'gaussian_step' is 9; it must be above 0 and at most the option 'cutoff'", "gaussian_step=9")]
    [InlineData("cgcnn", "'neighbours' is 0; it must be 1 or more", "neighbours=0")]
    [InlineData("megnet", "'state' names a property twice; name it once", "state=[T_K, T_K]")]
    [InlineData("alignn", "'angle_layers' and 'bond_layers' are both 0; give at least one layer", "angle_layers=0", "bond_layers=0")]
    [InlineData("ecn", "set lattice to a Bravais lattice such as cP, or representation to simple", "representation=regular")]
    [InlineData("egnn", "'gaussians' is 1; it must be 0, or 2 or more", "gaussians=1")]
    [InlineData("mc-egnn", "'channels' is 0; it must be 1 or more", "channels=0")]
    public void Options_that_contradict_each_other_are_named_with_a_remedy(string architecture, string sentence, params string[] settings)
    {
        ProcessResult result = Run(["model", "arch", architecture, .. Set(settings)]);

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains(sentence, Sentence(result));
    }

    public void Dispose() => _folder.Dispose();

    private static string Sentence(ProcessResult result) => string.Join(' ', result.Errors.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Set(IEnumerable<string> settings) => settings.SelectMany(setting => new[] { "--set", setting });

    private ProcessResult Train(string architecture, string target, string output) => Run(
    [
        "train", "--data", "table.csv", "--target", target, "--arch", architecture, "--set", "epochs=1", "--set", "split.by=random", "--set", "split.validation=0.3",
        "--set", "split.test=0", "--set", "measure=[]", .. Set(Small[architecture]), "-o", output,
    ]);

    private ProcessResult Run(params string[] arguments) => LodestoneProcess.Run(_folder.Path, arguments);

    private static string Table()
    {
        var text = new StringBuilder("id,y,z,cif\n");
        for (int i = 0; i < 16; i++)
            text.Append(CultureInfo.InvariantCulture, $"x{i},{0.1 * i},,\"{Cif(2.6 + 0.05 * i, "Fe 0 0 0\nCo .5 .5 .5")}\"\n");
        return text.ToString();
    }

    private static string Cif(double a, string sites) => string.Create(
        CultureInfo.InvariantCulture,
        $"data_x\n_symmetry_space_group_name_H-M 'P 1'\n_cell_length_a {a}\n_cell_length_b {a}\n_cell_length_c {a}\n")
        + "_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\nloop_\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n"
        + sites + "\n";
}
