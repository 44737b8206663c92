using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;

namespace Lodestone.Models.Tests;

/// <summary>What every model of formulas must do besides.</summary>
public abstract class FormulaContract(string architecture, string smallOptions) : ModelContract(architecture, smallOptions)
{
    protected sealed override Material[] Make(int count, ulong seed) => RandomFormulas.Make(count, seed);

    protected sealed override string Property => RandomFormulas.Property;

    protected sealed override IReadOnlyList<string> Elements => RandomFormulas.Palette;

    [Fact]
    public void Predictions_do_not_depend_on_how_a_formula_is_written()
    {
        using IPropertyModel model = Load(TrainFile(2));
        double expected = Mean(model, "LiFeSi2O6");

        Assert.Equal(expected, Mean(model, "O6Si2FeLi"));
        Assert.Equal(expected, Mean(model, "O3FeO3(LiSi2)"));
        Assert.Equal(expected, Mean(model, "Li2Fe2Si4O12"), 1e-4 * Math.Abs(expected));
        Assert.Equal(expected, Mean(model, "Li0.1Fe0.1Si0.2O0.6"), 1e-4 * Math.Abs(expected));
    }

    [Fact]
    public void A_structure_changes_nothing()
    {
        using IPropertyModel model = Load(TrainFile(2));
        Material crystal = RandomCrystals.Make(1, 3)[0];

        Assert.Equal(model.Predict([crystal])[0].Estimates, model.Predict([crystal with { Structure = null }])[0].Estimates);
    }

    [Fact]
    public void An_element_that_it_was_not_trained_on_fails_with_a_reason_and_leaves_the_others_alone()
    {
        using IPropertyModel model = Load(TrainFile(2));
        Material[] rows = Validation;

        IReadOnlyList<Prediction> predictions = model.Predict([rows[0], new Material("foreign", Composition.Parse("Og2O"), null), rows[1]]);

        Assert.Equal([true, false, true], predictions.Select(prediction => prediction.Succeeded));
        Assert.Contains("Og", predictions[1].Failure);
    }

    private static double Mean(IPropertyModel model, string formula) =>
        model.Predict([new Material("", Composition.Parse(formula), null)])[0].Estimates[0].Mean;
}
