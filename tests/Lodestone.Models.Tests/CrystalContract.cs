using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;

namespace Lodestone.Models.Tests;

/// <summary>What every network for crystals must do besides.</summary>
public abstract class CrystalContract(string architecture, string smallOptions) : ModelContract(architecture, smallOptions)
{
    protected sealed override Material[] Make(int count, ulong seed) => RandomCrystals.Make(count, seed);

    protected sealed override string Property => RandomCrystals.Property;

    protected sealed override IReadOnlyList<string> Elements => RandomCrystals.Palette;

    [Fact]
    public void Predictions_do_not_depend_on_how_a_crystal_is_described()
    {
        using IPropertyModel model = Load(TrainFile(2));
        Structure crystal = Validation.First(material => material.Structure!.Sites.Length == 4).Structure!;
        double expected = Mean(model, crystal);
        double tolerance = 1e-4 * Math.Abs(expected);

        double c = Math.Cos(0.7), s = Math.Sin(0.7);
        Assert.Equal(expected, Mean(model, crystal.Rotated(new Matrix3D(new(c, s, 0), new(-s, c, 0), new(0, 0, 1)))), tolerance);
        Assert.Equal(expected, Mean(model, crystal.Rotated(new Matrix3D(new(-1, 0, 0), new(0, -1, 0), new(0, 0, -1)))), tolerance);
        Assert.Equal(expected, Mean(model, crystal.Translated(new Vector3D(0.3, -1.7, 12.1))), tolerance);
        Assert.Equal(expected, Mean(model, crystal.Permuted([2, 0, 3, 1])), tolerance);
        Assert.Equal(expected, Mean(model, crystal.Supercell(new IntegerMatrix3(new(2, 0, 0), new(0, 1, 0), new(1, 0, 3)))), tolerance);
        Assert.Equal(expected, Mean(model, crystal.NiggliReduced()), tolerance);
    }

    [Fact]
    public void What_it_cannot_take_fails_with_a_reason_and_leaves_the_others_alone()
    {
        using IPropertyModel model = Load(TrainFile(2));
        var formula = new Material("formula", Composition.Parse("Fe2O3"), null);
        Material foreign = RandomCrystals.Of("foreign", Structure.Crystal(Lattice.FromParameters(4, 4, 4, 90, 90, 90), [Element.Parse("Og")], [Vector3D.Zero]));
        Material lonely = RandomCrystals.Of("lonely", Structure.Crystal(Lattice.FromParameters(40, 40, 40, 90, 90, 90), [Element.Parse("Fe")], [Vector3D.Zero]));

        IReadOnlyList<Prediction> predictions = model.Predict([Validation[0], formula, foreign, lonely, Validation[1]]);

        Assert.Equal([true, false, false, true, true], predictions.Select(prediction => prediction.Succeeded));
        Assert.Contains("no structure", predictions[1].Failure);
        Assert.Contains("Og", predictions[2].Failure);
        Assert.Empty(predictions[0].Warnings);
        Assert.StartsWith("The only atom has no", Assert.Single(predictions[3].Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_it_can_all_not_take_end_the_training_with_the_first_reason()
    {
        Material[] formulas = [.. Enumerable.Range(0, 4).Select(i => Validation[i] with { Structure = null })];

        string message = Assert.Throws<InputException>(() => TrainFile(1, rows: formulas)).Message;
        Assert.Contains("none of the 4 training rows. 4 × It has no structure", message);
        Assert.Contains("First: crystal 0", message);
    }

    private static double Mean(IPropertyModel model, Structure structure) =>
        model.Predict([new Material("", Composition.Of(structure), structure)])[0].Estimates[0].Mean;
}
