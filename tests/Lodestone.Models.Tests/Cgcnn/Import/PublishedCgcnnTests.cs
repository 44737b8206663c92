using System.Text.Json.Nodes;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Models.Cgcnn.Import;
using Lodestone.Testing;

namespace Lodestone.Models.Tests.Cgcnn.Import;

public sealed class PublishedCgcnnTests
{
    public static TheoryData<string, double> Published => new()
    {
        { "formation-energy-per-atom", 0.03972 },
        { "final-energy-per-atom", 0.07929 },
        { "band-gap", 0.36897 },
        { "efermi", 0.35514 },
        { "bulk-moduli", 0.05528 },
        { "shear-moduli", 0.09075 },
        { "poisson-ratio", 0.02931 },
        { "semi-metal-classification", 0.95860 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Published_weights_are_those_of_their_twins(string name, double bestError)
    {
        string folder = SharedData.Require("pretrained", "cgcnn");
        PublishedCgcnn published = PublishedCgcnn.Read(Path.Combine(folder, name + ".pth.tar"));
        SafeTensors twin = SafeTensors.Read(Path.Combine(folder, name + ".safetensors"));
        JsonNode facts = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name + ".json")))!;

        Assert.Equal(twin.Tensors.Keys, published.State.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, tensor) in twin.Tensors)
        {
            Assert.Equal(tensor.Type, published.State[key].Type);
            Assert.Equal(tensor.Shape.AsEnumerable(), published.State[key].Shape);
            Assert.True(tensor.Data.Span.SequenceEqual(published.State[key].Data.Span), key);
        }
        Assert.Equal((double)facts["normalizer"]!["mean"]!, published.Mean);
        Assert.Equal((double)facts["normalizer"]!["std"]!, published.Deviation);
        foreach (var (key, value) in (JsonObject)facts["args"]!)
            Assert.True(JsonNode.DeepEquals(value, published.Arguments[key]), key);
        Assert.Equal(bestError, published.BestError!.Value, 5e-6);
        Assert.NotNull(published.Epoch);
    }

    [Fact]
    public void A_torch_file_of_something_else_is_refused()
    {
        byte[] file = PickleBuilder.TorchFile(p => p.Do(PickleOpcode.EmptyDict));
        Assert.Contains("no CGCNN checkpoint", Assert.Throws<InputException>(() => PublishedCgcnn.Parse(file, "x")).Message);
    }
}
