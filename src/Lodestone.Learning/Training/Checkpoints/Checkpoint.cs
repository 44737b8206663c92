using System.Text.Json;
using System.Text.Json.Serialization;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using TorchSharp;

namespace Lodestone.Learning.Training.Checkpoints;

/// <summary>A file with all that a training needs to go on: a safetensors file with the state and the fingerprint as texts.</summary>
internal static class Checkpoint
{
    private const string Version = "1";

    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Writes a checkpoint; a file of that name is replaced only by a complete one.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(
        string path, TrainingState state, Fingerprint fingerprint, IEnumerable<KeyValuePair<string, torch.Tensor>> tensors)
    {
        var content = new SafeTensors(tensors.Select(pair => NamedTensor.From(pair.Key, pair.Value)), new Dictionary<string, string>
        {
            ["lodestone_checkpoint"] = Version,
            ["state"] = JsonSerializer.Serialize(state, Json),
            ["fingerprint"] = JsonSerializer.Serialize(fingerprint, Json),
        });
        AtomicFile.Write(path, stream => stream.Write(content.ToBytes()));
    }

    /// <summary>Reads a checkpoint of the same training into its tensors.</summary>
    /// <returns>The state.</returns>
    /// <exception cref="InputException">It cannot be read, or belongs to another training.</exception>
    public static TrainingState Read(string path, Fingerprint fingerprint, IEnumerable<KeyValuePair<string, torch.Tensor>> tensors)
    {
        SafeTensors content = SafeTensors.Read(path);
        if (content.Metadata.GetValueOrDefault("lodestone_checkpoint") != Version)
            throw new InputException($"{path} is not a checkpoint of this version of Lodestone; start anew without resuming.");
        fingerprint.Check(Parse<Fingerprint>(content, "fingerprint"), path);
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        foreach (var (name, tensor) in tensors)
        {
            if (!content.Tensors.TryGetValue(name, out NamedTensor? stored))
                throw new InputException($"The checkpoint {path} lacks '{name}'; start anew without resuming.");
            tensor.copy_(stored.ToTensor());
        }
        return Parse<TrainingState>(content, "state");
    }

    private static T Parse<T>(SafeTensors content, string key) => JsonSerializer.Deserialize<T>(content.Metadata[key], Json)!;
}
