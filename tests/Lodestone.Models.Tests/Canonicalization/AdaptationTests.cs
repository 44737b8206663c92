using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Models.Canonicalization;
using Lodestone.Models.Catalog;
using Lodestone.Symmetry;
using Lodestone.Symmetry.Canonicalization.Crystals;

namespace Lodestone.Models.Tests.Canonicalization;

public sealed class AdaptationTests
{
    private static readonly TrainingOptions Short = Adaptation.DefaultTraining with { Epochs = 12, BatchSize = 8 };

    [Theory]
    [InlineData(AdaptationGroup.O3)]
    [InlineData(AdaptationGroup.So3)]
    [InlineData(AdaptationGroup.Cell)]
    public void A_frozen_model_that_reads_raw_vectors_becomes_invariant_and_crystals_stay_nearly_as_they_lie(AdaptationGroup group)
    {
        ModelFile model = Train("cartesian", """{ "feature_length": 8, "layers": 1, "cutoff": 4, "canonicalization": "none" }""");
        Material[] materials = RandomCrystals.Make(60, 7);

        var (file, report) = new Adaptation(model, Options(group), Short).Run(materials);

        Assert.False(report.WasInvariant);
        Assert.InRange(report.ChangeAfter, 0, 1e-3);
        // The crystals stand on their given cells, which other cells know nothing of.
        if (group is not AdaptationGroup.Cell) Assert.InRange(report.IdentityMetric, 0, 0.3);
        Assert.Equal((48, 12, 0), (report.Materials, report.HeldOut, report.Failures));
        using IPropertyModel adapted = ModelCatalog.Load(ModelFile.Parse(file.ToBytes(), "the file"), "the file");
        Structure[] crystals = [.. RandomCrystals.Make(3, 8).Select(material => material.Structure!)];
        Equivariance.AssertEquivariant(
            crystal => Mean(adapted, crystal), Motions(group), (motion, crystal) => motion.Act(crystal), Equivariance.Invariant,
            (a, b) => Math.Abs(a - b), crystals, 1e-3);
    }

    [Fact]
    public void A_model_that_is_invariant_already_is_recognized()
    {
        ModelFile model = Train("cgcnn", """{ "atom_feature_length": 8, "convolutions": 1 }""");

        var (file, report) = new Adaptation(model, Options(AdaptationGroup.O3), Short with { Epochs = 1 }).Run(RandomCrystals.Make(20, 7));

        Assert.True(report.WasInvariant);
        using IPropertyModel before = ModelCatalog.Load(model, "before"), after = ModelCatalog.Load(file, "after");
        Structure crystal = RandomCrystals.Make(1, 9)[0].Structure!;
        Assert.Equal(Mean(before, crystal), Mean(after, crystal), 1e-3);
    }

    [Fact]
    public void Too_few_crystals_and_training_from_nothing_are_refused()
    {
        ModelFile model = Train("cgcnn", """{ "atom_feature_length": 8, "convolutions": 1 }""");

        Assert.Contains("at least 10", Assert.Throws<InputException>(() => new Adaptation(model, Options(AdaptationGroup.O3), Short).Run(RandomCrystals.Make(3, 1))).Message);
        Assert.Contains("model adapt", Assert.Throws<InputException>(() => ModelCatalog.Architecture("canonicalized").Train(
            new TrainingTask { Train = [], Validation = [], Targets = [], Training = Short, Seeds = new Seeds(1) }, null, default)).Message);
    }

    private static CanonicalizedOptions Options(AdaptationGroup group) => new() { Group = group, FeatureLength = 8, Layers = 1, Cutoff = 4 };

    private static IEnumerable<CrystalMotion> Motions(AdaptationGroup group) => new CrystalGroup().Sample(12, 1)
        .Where(motion => group is not AdaptationGroup.So3 || motion.Rotation.Determinant > 0)
        .Select(motion => group is AdaptationGroup.Cell ? motion : motion with { Basis = CrystalMotion.Identity.Basis, Shift = default });

    private static double Mean(IPropertyModel model, Structure crystal) =>
        model.Predict([new Material("", Composition.Of(crystal), crystal)])[0].Estimates[0].Mean;

    private static ModelFile Train(string architecture, string options)
    {
        TrainedModel trained = ModelCatalog.Architecture(architecture).Train(
            new TrainingTask
            {
                Train = RandomCrystals.Make(40, 1),
                Validation = RandomCrystals.Make(10, 2),
                Targets = [new Target(RandomCrystals.Property)],
                Options = JsonNode.Parse(options)!.AsObject(),
                Training = new TrainingOptions { Epochs = 3, BatchSize = 16 },
                Seeds = new Seeds(1),
            },
            null, default);
        return new ModelFile(
            new ModelDescription { Name = architecture, Architecture = architecture, Options = trained.Options, Targets = [.. trained.Targets] }, trained.Tensors);
    }
}
