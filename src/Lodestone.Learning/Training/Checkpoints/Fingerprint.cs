using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lodestone.Learning.Objectives;
using Lodestone.Matter;
using TorchSharp;

namespace Lodestone.Learning.Training.Checkpoints;

/// <summary>What the outcome of a training depends on. A checkpoint of another fingerprint is refused.</summary>
/// <param name="Options">The training options as JSON.</param>
/// <param name="Data">Hash of the values of the training and validation rows.</param>
/// <param name="Heads">Targets, heads and scalers as JSON.</param>
/// <param name="Network">Hash of the names and shapes of parameters and buffers.</param>
/// <param name="Identity">What the caller added.</param>
internal sealed record Fingerprint(string Options, string Data, string Heads, string Network, string Identity)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Takes the fingerprint of a training.</summary>
    public static Fingerprint Of<TBatch>(
        TrainingOptions options,
        TrainingSet<TBatch> train,
        TrainingSet<TBatch>? validation,
        Objective objective,
        Network<TBatch> network,
        string identity) =>
        new(
            JsonSerializer.Serialize(options, Json),
            $"{train.Fingerprint()} {validation?.Fingerprint()}",
            JsonSerializer.Serialize(objective.Heads.Select(head => new { head.Target, head.Scaler }), Json)
                + string.Concat(objective.Penalties.Select(penalty => penalty.GetType().Name)),
            Hash(network),
            identity);

    /// <summary>Checks that a checkpoint continues this training.</summary>
    /// <param name="stored">The fingerprint of the checkpoint.</param>
    /// <param name="path">The file, for the message.</param>
    /// <exception cref="InputException">It does not; the message says what differs.</exception>
    public void Check(Fingerprint stored, string path)
    {
        string? difference =
            stored.Options != Options ? $"other training options ({Differences(stored.Options, Options)})"
            : stored.Data != Data ? "other training or validation rows"
            : stored.Heads != Heads ? "other targets, heads or scalers"
            : stored.Network != Network ? "another network"
            : stored.Identity != Identity ? "another recipe"
            : null;
        if (difference is not null)
            throw new InputException(
                $"The checkpoint {path} belongs to a training with {difference}; resume with the same, or start anew without resuming.");
    }

    private static string Hash(torch.nn.Module network)
    {
        using var scope = torch.NewDisposeScope();
        IEnumerable<string> lines =
            network.state_dict().Select(pair => $"{pair.Key} {pair.Value.dtype} {string.Join(',', pair.Value.shape)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    private static string Differences(string stored, string wanted)
    {
        Dictionary<string, string> there = Flatten(stored), here = Flatten(wanted);
        return string.Join("; ", there.Keys.Union(here.Keys)
            .Where(key => there.GetValueOrDefault(key) != here.GetValueOrDefault(key))
            .Select(key => $"{key} {there.GetValueOrDefault(key, "none")} there, {here.GetValueOrDefault(key, "none")} here"));
    }

    private static Dictionary<string, string> Flatten(string json)
    {
        var leaves = new Dictionary<string, string>();
        Visit(JsonNode.Parse(json), "");
        return leaves;

        void Visit(JsonNode? node, string path)
        {
            if (node is JsonObject group)
                foreach (var (name, child) in group)
                    Visit(child, path.Length == 0 ? name : $"{path}.{name}");
            else
                leaves[path] = node?.ToJsonString() ?? "none";
        }
    }
}
