using System.Text;
using System.Text.Json.Nodes;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Metrics;
using Lodestone.Learning.Uncertainty;
using Lodestone.Matter;
using Lodestone.Testing;

namespace Lodestone.Learning.Tests.Files;

public sealed class ModelFileTests
{
    private static readonly ModelDescription Description = new()
    {
        Name = "band-gap",
        Architecture = "cgcnn",
        Options = new JsonObject { ["atom_feature_length"] = 64, ["note"] = "µB/Å³ \"quoted\" \"sha256\":\"" },
        Targets =
        [
            new(new Target("band_gap_eV") { Head = "laplace", Minimum = 0, Weight = 2 }, new Scaler(1.25, 0.1))
            {
                Calibration = new ConformalCalibration(1.7, 0.01, 0.1, 2360),
                TrainingMedian = 0,
            },
            new(new Target("formation_energy_eV_atom"), new Scaler(-1.5, 1)),
        ],
        Members = 2,
        Training = new TrainingProvenance { Data = "mp.csv.gz", TrainingRows = 18700, Seeds = [1, 2], Split = "column split" },
        Measurements = [new("test rows of mp.csv.gz", "band_gap_eV", new RegressionMetrics { Count = 10, MeanAbsoluteError = 0.2 })],
        Notes = "Not for molecules.",
    };

    private static ModelFile Small() => new(Description, [NamedTensor.From("member0/weight", [1f, 2f], 2), NamedTensor.From("member1/weight", [3f, 4f], 2)]);

    [Fact]
    public void What_is_saved_is_loaded()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("model.lodestone");
        Small().Save(path);
        ModelFile back = ModelFile.Load(path);
        Assert.Equal(Description.ToJson(), back.Description.ToJson());
        Assert.Equal(Description.Targets[0], back.Description.Targets[0]);
        Assert.Equal(Description.Targets[1], back.Description.Targets[1]);
        Assert.Equal("µB/Å³ \"quoted\" \"sha256\":\"", (string?)back.Description.Options["note"]);
        Assert.Equal(0.2, back.Description.Measurements[0].Regression!.MeanAbsoluteError);
        Assert.Equal([3f, 4f], back.Tensors["member1/weight"].AsSingles().ToArray());
        Assert.Equal(File.ReadAllBytes(path), back.ToBytes());
    }

    [Fact]
    public void It_is_a_safetensors_file_too()
    {
        SafeTensors content = SafeTensors.Parse(Small().ToBytes(), "x");
        Assert.Equal(["format", "model", "sha256", "version"], content.Metadata.Keys);
        Assert.Equal(2, content.Tensors.Count);
    }

    [Fact]
    public void A_flipped_bit_is_found_wherever_it_is()
    {
        byte[] intact = Small().ToBytes();
        for (int position = 0; position < intact.Length; position++)
        {
            foreach (byte mask in new byte[] { 0x01, 0x20, 0x80 })
            {
                byte[] damaged = [.. intact];
                damaged[position] ^= mask;
                Assert.Throws<InputException>(() => ModelFile.Parse(damaged, "x"));
            }
        }
    }

    [Fact]
    public void A_flipped_weight_is_called_damage()
    {
        byte[] file = Small().ToBytes();
        file[^1] ^= 1;
        Assert.Contains("damaged: its checksum does not match", Assert.Throws<InputException>(() => ModelFile.Parse(file, "x")).Message);
    }

    [Fact]
    public void A_truncated_file_is_refused()
    {
        byte[] file = Small().ToBytes();
        for (int length = 0; length < file.Length; length++)
            Assert.Throws<InputException>(() => ModelFile.Parse(file[..length], "x"));
    }

    [Fact]
    public void A_later_version_asks_for_an_update()
    {
        Assert.Contains("newer version of Lodestone (format 2)", Message(Metadata("2", Description.ToJson()), seal: true));
        Assert.Contains("newer version of Lodestone (format 2), or", Message(Metadata("2", Description.ToJson()), seal: false));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not JSON")]
    [InlineData("null")]
    [InlineData("""{"name":"a","architecture":"cgcnn","targets":[]}""")]
    [InlineData("""{"name":null,"architecture":"cgcnn","targets":[{"target":{"name":"t"},"scaler":{"center":0,"scale":1}}]}""")]
    public void A_malformed_description_is_refused(string model) => Assert.Contains("description", Message(Metadata("1", model), seal: true));

    [Fact]
    public void Foreign_files_are_named()
    {
        Assert.Contains("is empty", Assert.Throws<InputException>(() => ModelFile.Parse([], "x")).Message);
        Assert.Contains("not a Lodestone model file", Assert.Throws<InputException>(() => ModelFile.Parse(Encoding.UTF8.GetBytes("data_NaCl\n_cell_length_a 5.6\n"), "x")).Message);
        Assert.Contains("model import", Assert.Throws<InputException>(() => ModelFile.Parse(new SafeTensors([]).ToBytes(), "x")).Message);
    }

    private static Dictionary<string, string> Metadata(string version, string model) =>
        new() { ["format"] = "lodestone", ["version"] = version, ["model"] = model, ["sha256"] = FileDigest.Blank };

    private static string Message(Dictionary<string, string> metadata, bool seal)
    {
        byte[] file = new SafeTensors([], metadata).ToBytes();
        if (seal) FileDigest.Seal(file);
        return Assert.Throws<InputException>(() => ModelFile.Parse(file, "x")).Message;
    }
}
