using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Matter.Formats;
using Lodestone.Models.Cgcnn;
using Lodestone.Models.Cgcnn.Import;
using Lodestone.Models.Graphs;
using Lodestone.Testing;

namespace Lodestone.Models.Tests.Cgcnn.Import;

public sealed class CgcnnImportTests
{
    // Predictions of the published weights on the crystals that come with them, computed in double precision by another program.
    private static readonly (string Id, double FormationEnergy, double BandGap)[] Golden =
    [
        ("1000041", -2.11325, 4.77405),
        ("1000050", -2.13955, 4.38199),
        ("1101051", -1.13139, 2.02930),
        ("1507756", -3.52682, 1.91098),
        ("7206075", -3.38030, 2.68921),
        ("9000046", 0.00522, 1.78132),
        ("9009743", -2.24120, 4.98169),
        ("9011050", 0.01811, 1.53256),
        ("9011998", 0.09060, 0.95539),
        ("9012304", 0.40175, 2.00288),
    ];

    [Fact]
    public void Formation_energies_are_those_of_the_published_weights() =>
        Compare("formation-energy-per-atom", "formation_energy_eV_atom", [.. Golden.Select(row => row.FormationEnergy)]);

    [Fact]
    public void Band_gaps_are_those_of_the_published_weights() => Compare("band-gap", "band_gap_eV", [.. Golden.Select(row => row.BandGap)]);

    [Theory]
    [InlineData("final-energy-per-atom", "energy_eV_atom", -15, 0)]
    [InlineData("efermi", "fermi_energy_eV", -10, 15)]
    [InlineData("bulk-moduli", "bulk_modulus_log10_GPa", 0.5, 3)]
    [InlineData("shear-moduli", "shear_modulus_log10_GPa", 0, 3)]
    [InlineData("poisson-ratio", "poisson_ratio", 0, 0.5)]
    [InlineData("semi-metal-classification", "is_metal", 0, 1)]
    public void Every_published_file_imports_and_predicts_what_is_possible(string name, string target, double low, double high)
    {
        using IPropertyModel model = Import(name);
        Assert.Equal(target, model.Targets[0].Name);
        Assert.All(Predict(model), value => Assert.InRange(value, low, high));
    }

    [Fact]
    public void The_published_classifier_tells_metals_from_salts()
    {
        using IPropertyModel model = Import("semi-metal-classification");
        Assert.All([Rocksalt("Na", "Cl", 5.64), Rocksalt("K", "Cl", 6.29), Rocksalt("Mg", "O", 4.21)], salt => Assert.InRange(Probability(model, salt), 0, 0.1));
        Assert.All([Fcc("Cu", 3.61), Fcc("Al", 4.05), Fcc("Ni", 3.52)], metal => Assert.InRange(Probability(model, metal), 0.9, 1));
    }

    [Fact]
    public void An_element_without_features_is_named()
    {
        using IPropertyModel model = Import("band-gap");
        Structure structure = Fcc("No", 5);
        Assert.Contains("not trained on No", model.Predict([new Material("x", Composition.Of(structure), structure)])[0].Failure);
    }

    [Fact]
    public void Without_the_atom_features_the_remedy_is_told()
    {
        string published = SharedData.Require("pretrained", "cgcnn", "band-gap.pth.tar");
        using var folder = new TemporaryFolder();
        string alone = folder.File("band-gap.pth.tar");
        File.Copy(published, alone);
        Assert.Contains("--atom-features", Assert.Throws<InputException>(() => CgcnnImport.ToModelFile(alone)).Message);

        string table = folder.Write("table.json", """{"1": [1, 2]}""");
        Assert.Contains("the weights ask for 92", Assert.Throws<InputException>(() => CgcnnImport.ToModelFile(alone, table)).Message);
        string hole = folder.Write("hole.json", """{"1": null}""");
        Assert.Contains("0 features", Assert.Throws<InputException>(() => CgcnnImport.ToModelFile(alone, hole)).Message);
        string text = folder.Write("text.json", "no table");
        Assert.Contains("no table of atom features", Assert.Throws<InputException>(() => CgcnnImport.ToModelFile(alone, text)).Message);
    }

    private static void Compare(string name, string target, double[] expected)
    {
        using IPropertyModel model = Import(name);
        Assert.Equal(target, model.Targets[0].Name);
        double[] predicted = Predict(model);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], predicted[i], 1e-4);
    }

    private static double Probability(IPropertyModel model, Structure structure) =>
        model.Predict([new Material("x", Composition.Of(structure), structure)])[0].Estimates[0].Mean;

    private static Structure Fcc(string element, double a) => Structure.Crystal(
        new Lattice(new(new(0, a / 2, a / 2), new(a / 2, 0, a / 2), new(a / 2, a / 2, 0))), [Element.Parse(element)], [new(0, 0, 0)]);

    private static Structure Rocksalt(string cation, string anion, double a) => Structure.Crystal(
        new Lattice(new(new(0, a / 2, a / 2), new(a / 2, 0, a / 2), new(a / 2, a / 2, 0))),
        [Element.Parse(cation), Element.Parse(anion)],
        [new(0, 0, 0), new(0.5, 0.5, 0.5)]);

    private static double[] Predict(IPropertyModel model)
    {
        string folder = SharedData.Require("pretrained", "cgcnn", "sample");
        Material[] materials = [.. Golden.Select(row =>
        {
            Structure structure = StructureFile.Read(Path.Combine(folder, row.Id + ".cif")).Single().Structure!;
            return new Material(row.Id, Composition.Of(structure), structure);
        })];
        return [.. model.Predict(materials).Select(prediction => prediction.Estimates[0].Mean)];
    }

    private static NetworkModel<CrystalGraph> Import(string name)
    {
        ModelFile file = CgcnnImport.ToModelFile(SharedData.Require("pretrained", "cgcnn", name + ".pth.tar"));
        var options = new CgcnnOptions { ElementProperties = false, Convolutions = 4, HiddenLength = 32 };
        return NetworkModel<CrystalGraph>.Load(ModelFile.Parse(file.ToBytes(), name), outputs => new CgcnnNetwork(options, outputs), name);
    }
}
