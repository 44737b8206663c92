using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Metrics;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Models.Catalog;
using Lodestone.Testing;

namespace Lodestone.Models.Tests.Sites;

public sealed class SiteTargetTests : IDisposable
{
    private const string Cgcnn = """{ "atom_feature_length": 16 }""";
    private const string Ecn = """{ "atom_feature_length": 16, "edge_feature_length": 8, "layers": 2 }""";
    private const string Megnet = """{ "feature_length": 16, "blocks": 2 }""";
    private const string Alignn = """{ "feature_length": 16, "embedding_length": 8, "angle_layers": 1, "bond_layers": 1, "neighbours": 6 }""";
    private const string Egnn = """{ "feature_length": 16, "layers": 2 }""";

    private static readonly Target Moments = new("site_moments_uB") { Level = TargetLevel.Site, Head = "moment" };
    private static readonly Material[] Validation = Make(12, 2);

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("cgcnn", Cgcnn)]
    [InlineData("ecn", Ecn)]
    [InlineData("megnet", Megnet)]
    [InlineData("alignn", Alignn)]
    [InlineData("egnn", Egnn)]
    [InlineData("mc-egnn", Egnn)]
    public void Sites_keep_their_values_in_another_order_and_in_a_supercell(string architecture, string options)
    {
        using IPropertyModel model = ModelCatalog.Load(Train(architecture, options, 2), "the model of the test");
        Structure crystal = Validation.First(material => material.Structure!.Sites.Length == 4).Structure!;
        double[] sites = Means(model, crystal);
        int[] order = [2, 0, 3, 1];

        AssertClose([.. order.Select(site => sites[site])], Means(model, crystal.Permuted(order)));
        AssertClose(
            [.. sites.SelectMany(site => Enumerable.Repeat(site, 6))],
            Means(model, crystal.Supercell(new IntegerMatrix3(new(2, 0, 0), new(0, 1, 0), new(1, 0, 3)))));
        Assert.NotEqual(sites[0], sites[1]);
    }

    [Theory]
    [InlineData("cgcnn", Cgcnn)]
    [InlineData("ecn", Ecn)]
    [InlineData("megnet", Megnet)]
    [InlineData("alignn", Alignn)]
    [InlineData("egnn", Egnn)]
    [InlineData("mc-egnn", Egnn)]
    public void Moments_can_be_learned_up_to_a_flip(string architecture, string options)
    {
        Material[] few = Make(12, 1);
        using IPropertyModel model = ModelCatalog.Load(Train(architecture, options, 150, few), "the model of the test");
        LabelledEstimates rows = LabelledEstimates.Of(model.Predict(few), 0, Moments, few);
        RegressionMetrics errors = RegressionMetrics.Of(rows.Truths, rows.Estimates, 0);

        Assert.InRange(errors.MeanAbsoluteError!.Value, 0, 0.2 * errors.MedianPredictorError!.Value);
    }

    [Theory]
    [InlineData("cgcnn", Cgcnn)]
    [InlineData("ecn", Ecn)]
    [InlineData("megnet", Megnet)]
    [InlineData("alignn", Alignn)]
    [InlineData("egnn", Egnn)]
    [InlineData("mc-egnn", Egnn)]
    public void A_model_file_and_a_resumed_run_keep_every_bit(string architecture, string options)
    {
        ModelFile whole = Train(architecture, options, 5, members: 2);
        string path = _folder.File("model.lodestone");
        whole.Save(path);
        using IPropertyModel before = ModelCatalog.Load(whole, "the model of the test"), after = ModelCatalog.Load(path);
        Assert.Equal(Means(before, Validation[0].Structure!), Means(after, Validation[0].Structure!));
        Assert.Equal(TargetLevel.Site, after.Targets[0].Level);

        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Train(architecture, options, 5, members: 2, run: _folder.File("run"), stop: stop));
        Assert.Equal(whole.ToBytes(), Train(architecture, options, 5, members: 2, run: _folder.File("run")).ToBytes());
    }

    [Theory]
    [InlineData("cartesian")]
    [InlineData("brnet")]
    [InlineData("forest")]
    [InlineData("hurdle")]
    public void An_architecture_for_materials_refuses_sites(string architecture) =>
        Assert.Contains("not of sites; use cgcnn, ", Assert.Throws<InputException>(() => Train(architecture, "{}", 1)).Message);

    [Fact]
    public void A_list_of_another_length_is_refused() =>
        Assert.Contains("give one a site", Assert.Throws<InputException>(() => Train("cgcnn", Cgcnn, 1, [.. Make(4, 1).Select(material => With(material, "[1, 2, 3, 4, 5, 6, 7]"))])).Message);

    public void Dispose() => _folder.Dispose();

    /// <summary>Iron and cobalt have opposite moments, gadolinium has none that is known; the side differs from crystal to crystal.</summary>
    private static Material[] Make(int count, ulong seed) =>
        [.. RandomCrystals.Make(count, seed).Select((material, i) => With(material, List(material.Structure!, i % 2 == 0 ? 1 : -1)))];

    private static string List(Structure crystal, int side) => $"[{string.Join(", ", crystal.Sites.Select(site => site.Element.Symbol switch
    {
        "Fe" => (2.2 * side).ToString(CultureInfo.InvariantCulture),
        "Co" => (-1.6 * side).ToString(CultureInfo.InvariantCulture),
        "Gd" => "null",
        _ => "0",
    }))}]";

    private static Material With(Material material, string moments) =>
        material with { Properties = ImmutableDictionary<string, string>.Empty.Add(Moments.Name, moments) };

    private static double[] Means(IPropertyModel model, Structure structure) =>
        [.. model.Predict([new Material("", Composition.Of(structure), structure)])[0].Sites.Select(site => site[0].Mean)];

    private static void AssertClose(double[] expected, double[] actual) => Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-4);

    private static ModelFile Train(
        string architecture, string options, int epochs, Material[]? rows = null, int members = 1, string? run = null, CancellationTokenSource? stop = null)
    {
        var task = new TrainingTask
        {
            Train = rows ?? Make(24, 1),
            Validation = Validation,
            Targets = [Moments],
            Options = JsonNode.Parse(options)!.AsObject(),
            Training = new TrainingOptions { Epochs = epochs, BatchSize = 8, AverageDecay = 0.9, Keep = WeightsKept.Last },
            Members = members,
            Seeds = new Seeds(5),
            RunFolder = run,
            Resume = stop is null,
        };
        TrainedModel trained = ModelCatalog.Architecture(architecture).Train(task, new StopAtThree(stop), stop?.Token ?? default);
        return new ModelFile(
            new ModelDescription { Name = "sites", Architecture = architecture, Options = trained.Options, Targets = [.. trained.Targets], Members = members },
            trained.Tensors);
    }

    private sealed class StopAtThree(CancellationTokenSource? stop) : IProgress<MemberReport>
    {
        public void Report(MemberReport value)
        {
            if (value.Done == 3) stop?.Cancel();
        }
    }
}
