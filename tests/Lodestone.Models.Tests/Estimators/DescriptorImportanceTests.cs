using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Models.Catalog;
using Lodestone.Models.Estimators;

namespace Lodestone.Models.Tests.Estimators;

public sealed class DescriptorImportanceTests
{
    [Theory]
    [InlineData("forest")]
    [InlineData("boosting")]
    public void What_decides_the_target_is_the_most_important(string architecture)
    {
        // The mean mass of the random formulas is decided by gadolinium more than by anything else.
        TrainedModel trained = ModelCatalog.Architecture(architecture).Train(
            new TrainingTask
            {
                Train = RandomFormulas.Make(300, 1),
                Validation = RandomFormulas.Make(50, 2),
                Targets = [new Target(RandomFormulas.Property)],
                Options = new JsonObject { ["descriptors"] = "fractions" },
                Training = new TrainingOptions(),
                Seeds = new Seeds(1),
            },
            null, default);
        var file = new ModelFile(new ModelDescription { Name = "test", Architecture = architecture, Options = trained.Options, Targets = [.. trained.Targets] }, trained.Tensors);
        using var model = (EstimatorModel)ModelCatalog.Load(file, "the model of the test");
        Material[] test = RandomFormulas.Make(100, 3);

        IReadOnlyList<DescriptorImportance> stored = DescriptorImportance.Stored(file), shuffled = DescriptorImportance.ByShuffling(model, test, 0, new Seeds(1), repeats: 1);
        double[] dependence = PartialDependence.Of(model, test, 0, "fraction_Gd", [0, 0.2, 0.5]);

        Assert.Equal("fraction_Gd", stored[0].Descriptor);
        Assert.Equal(1, stored.Sum(one => one.Importance), 1e-4);
        Assert.Equal("fraction_Gd", shuffled[0].Descriptor);
        Assert.Equal(0, shuffled.Single(one => one.Descriptor == "fraction_U").Importance);
        Assert.True(dependence[0] < dependence[1] && dependence[1] < dependence[2]);
    }
}
