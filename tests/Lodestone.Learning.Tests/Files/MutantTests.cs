using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Matter;
using Lodestone.Testing;

namespace Lodestone.Learning.Tests.Files;

/// <summary>Broken files of tensors and models are refused with a sentence.</summary>
public sealed class MutantTests
{
    private static readonly SafeTensors Tensors = new(
        [NamedTensor.From("member0/weight", new float[] { 1, 2, 3, 4, 5, 6 }, 2, 3), new NamedTensor("member0/counter", DType.I64, [1], new byte[8])],
        new Dictionary<string, string> { ["note"] = "a \"quoted\" text, µ" });

    private static readonly ModelFile Model = new(
        new ModelDescription
        {
            Name = "toy",
            Architecture = "egnn",
            Elements = ["Fe", "O"],
            Targets = [new(new Target("gap_eV") { Minimum = 0 }, new Scaler(0.5, 2)) { TrainingMedian = 1.5, Calibration = new(1.2, 0.1, 0.1, 50) }],
        },
        Tensors.Tensors.Values);

    [Fact]
    public void Tensors_are_read_or_refused() => Mutants.Read("safetensors", [Tensors.ToBytes()], file => Refused(() => SafeTensors.Parse(file, "x")));

    [Fact]
    public void Models_are_read_or_refused() => Mutants.Read("model file", [Model.ToBytes()], file => Refused(() => ModelFile.Parse(file, "x")));

    /// <summary>The checksum finds nearly every fault; behind it, the description has to be read as warily.</summary>
    [Fact]
    public void Descriptions_are_read_or_refused() => Mutants.Read("model description", [System.Text.Encoding.UTF8.GetBytes(Model.Description.ToJson())], json =>
    {
        try
        {
            ModelDescription.FromJson(System.Text.Encoding.UTF8.GetString(json));
        }
        catch (System.Text.Json.JsonException)
        {
            // What ModelFile turns into a sentence.
        }
    });

    private static void Refused(Action read)
    {
        try
        {
            read();
        }
        catch (InputException e)
        {
            Assert.StartsWith("x", e.Message);
        }
    }
}
