using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Models.Canonicalization;
using Lodestone.Symmetry;
using Lodestone.Symmetry.Canonicalization.Crystals;

namespace Lodestone.Models.Tests.Canonicalization;

public sealed class CanonicalizedModelTests
{
    [Fact]
    public void Any_model_becomes_independent_of_the_description_of_a_crystal_in_one_line()
    {
        using IPropertyModel model = new CanonicalizedModel(new LatticeReader(), StandardCell.Of);
        Structure[] crystals = [.. RandomCrystals.Make(4, 3).Select(material => material.Structure!)];

        Equivariance.AssertEquivariant(
            crystal => Mean(model, crystal), new CrystalGroup(), (motion, crystal) => motion.Act(crystal), Equivariance.Invariant,
            (a, b) => Math.Abs(a - b), crystals, 1e-9, elements: 8);
        Assert.Throws<EquivarianceException>(() => Equivariance.AssertEquivariant(
            crystal => Mean(new LatticeReader(), crystal), new CrystalGroup(), (motion, crystal) => motion.Act(crystal), Equivariance.Invariant,
            (a, b) => Math.Abs(a - b), crystals, 1e-2, elements: 8));
    }

    [Fact]
    public void Formulas_pass_and_what_has_no_canonical_form_fails_alone()
    {
        Material crystal = RandomCrystals.Make(1, 3)[0], formula = new("formula", Composition.Parse("Fe2O3"), null);
        using IPropertyModel model = new CanonicalizedModel(
            new LatticeReader(), form => form.Sites.Length == crystal.Structure!.Sites.Length ? throw new EncodingException("It is odd.") : form);

        IReadOnlyList<Prediction> predictions = model.Predict([formula, crystal]);

        Assert.True(predictions[0].Succeeded);
        Assert.Equal("It is odd.", predictions[1].Failure);
    }

    private static double Mean(IPropertyModel model, Structure crystal) =>
        model.Predict([new Material("", Composition.Of(crystal), crystal)])[0].Estimates[0].Mean;

    /// <summary>A model that reads raw numbers of the lattice and of the first site.</summary>
    private sealed class LatticeReader : IPropertyModel
    {
        public IReadOnlyList<Target> Targets { get; } = [new Target("x")];

        public IReadOnlyList<Prediction> Predict(IReadOnlyList<Material> materials, CancellationToken cancellation = default) =>
            [.. materials.Select(material => Prediction.Of([new Estimate(Read(material.Structure), 0, 0, null)]))];

        public void Dispose()
        {
        }

        private static double Read(Structure? structure) =>
            structure is null ? 0 : structure.Lattice!.Vectors.B.X + 2 * structure.Lattice.Vectors.C.Z + structure.Sites.Sum(site => site.Cartesian.X * site.Element.AtomicNumber);
    }
}
