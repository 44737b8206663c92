using CsCheck;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Matter.Formats;
using Lodestone.Matter.Geometry;
using Lodestone.Testing;

namespace Lodestone.Models.Tests;

/// <summary>The shipped model of the magnetic order: what it must not be told.</summary>
public sealed class MagneticOrderModelTests
{
    private static readonly Gen<int> Small = Gen.Int[-1, 1];

    private static readonly Gen<IntegerMatrix3> Cells =
        Gen.Select(Gen.Int[1, 2], Gen.Int[1, 2], Gen.Int[1, 2], Small, Small, Small,
            (a, b, c, d, e, f) => new IntegerMatrix3(new(a, d, e), new(0, b, f), new(0, 0, c)));

    [Theory]
    [InlineData("MnO")]
    [InlineData("NiO")]
    [InlineData("Cr2O3")]
    [InlineData("Mn2Au")]
    [InlineData("Fe")]
    [InlineData("CrO2")]
    public void The_answer_is_the_same_for_the_parent_and_any_magnetic_supercell(string name)
    {
        Material parent = Example(name);
        using IPropertyModel model = Model();
        Estimate[] expected = [.. Assert.Single(model.Predict([parent], TestContext.Current.CancellationToken)).Estimates];
        Assert.Equal(2, expected.Length);

        Gen.Select(Cells, Gen.Int[0, int.MaxValue]).Sample((cell, seed) =>
        {
            Material magnetic = FromFile(WithMoments(parent.Structure!.Supercell(cell), seed));
            Assert.Equal(expected, Assert.Single(model.Predict([magnetic], TestContext.Current.CancellationToken)).Estimates);
        }, iter: 12, threads: 1);
    }

    [Fact]
    public void The_direction_and_size_of_moments_say_nothing()
    {
        Structure crystal = Example("MnO").Structure!;
        using IPropertyModel model = Model();
        Material[] materials = [.. new[] { Vector3D.Zero, new(0, 0, 4.6), new(1, -2, 0) }.Select(moment =>
            Of(new Structure(crystal.Lattice, [.. crystal.Sites.Select(site => site with { Moment = moment })])))];

        IReadOnlyList<Prediction> predictions = model.Predict(materials, TestContext.Current.CancellationToken);

        Assert.All(predictions, prediction => Assert.Equal(predictions[0].Estimates, prediction.Estimates));
    }

    [Fact]
    public void A_disordered_crystal_is_refused_with_its_reason()
    {
        Structure crystal = Example("Fe").Structure!;
        Site half = crystal.Sites[0] with { Species = [new Species(crystal.Sites[0].Element, 0.5)] };
        using IPropertyModel model = Model();

        Prediction prediction = Assert.Single(model.Predict([Of(new Structure(crystal.Lattice, [half, .. crystal.Sites[1..]]))], TestContext.Current.CancellationToken));

        Assert.Contains("disordered", prediction.Failure);
    }

    private static IPropertyModel Model() => ModelCatalog.Load(Path.Combine(Repository.Root, "models", "magnetic-order", "magnetic-order.lodestone"));

    private static Material Example(string name) =>
        Assert.Single(MaterialSource.Open(Path.Combine(Repository.Root, "examples", "crystals", name + ".cif")).Read(TestContext.Current.CancellationToken).ToArray()).Material!;

    private static Material Of(Structure structure) => new("made-up", Composition.Of(structure), structure);

    /// <summary>Random moments on the sites, which come in random order.</summary>
    private static Structure WithMoments(Structure crystal, int seed)
    {
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, crystal.Sites.Length)];
        random.Shuffle(order);
        double Component() => 6 * random.NextDouble() - 3;
        return new Structure(crystal.Lattice, [.. order.Select(i => crystal.Sites[i] with { Moment = new Vector3D(Component(), Component(), Component()) })]);
    }

    /// <summary>Writes a magnetic CIF and reads it again, as a user would.</summary>
    private static Material FromFile(Structure structure)
    {
        var text = new StringWriter();
        new CifFormat().Write([("made-up", structure)], text);
        using var folder = new TemporaryFolder();
        Material material = Assert.Single(MaterialSource.Open(folder.Write("made-up.mcif", text.ToString())).Read(TestContext.Current.CancellationToken).ToArray()).Material!;
        Assert.All(material.Structure!.Sites, site => Assert.NotNull(site.Moment));
        return material;
    }
}
