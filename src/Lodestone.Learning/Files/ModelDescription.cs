using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lodestone.Matter;

namespace Lodestone.Learning.Files;

/// <summary>Everything that a model file says beside its weights: what the model is, what it was trained on, how well it does.</summary>
public sealed record ModelDescription
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 32,
    };

    /// <summary>The name by which users know the model, such as <c>magnetization</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the architecture in the catalog, such as <c>cgcnn</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Options of the architecture by name.</summary>
    public JsonObject Options { get; init; } = [];

    /// <summary>What the model predicts, in order.</summary>
    public required ImmutableArray<TargetDescription> Targets { get; init; }

    /// <summary>Learned beside the targets and not predicted: their outputs of the networks follow those of <see cref="Targets"/>.</summary>
    public ImmutableArray<TargetDescription> Auxiliary { get; init; } = [];

    /// <summary>Symbols of the elements that the model was trained on; empty: it takes all.</summary>
    public ImmutableArray<string> Elements { get; init; } = [];

    /// <summary>The kind of all structures that the model was trained on; null where there were both kinds or none, or it is not known.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<StructureKind>))]
    public StructureKind? Structures { get; init; }

    /// <summary>Number of members of the ensemble; the tensors of member i are named <c>member{i}/…</c>.</summary>
    public int Members { get; init; } = 1;

    /// <summary>What the model was trained on, where that is known.</summary>
    public TrainingProvenance? Training { get; init; }

    /// <summary>Errors measured on rows that the model was not trained on.</summary>
    public ImmutableArray<Measurement> Measurements { get; init; } = [];

    /// <summary>What users should know: limits, biases, sources to cite.</summary>
    public string? Notes { get; init; }

    /// <summary>The description as JSON on one line; equal descriptions give equal text.</summary>
    /// <exception cref="ArgumentException">A number in it is not finite.</exception>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="ToJson"/> wrote. Fields of a later minor version are passed over.</summary>
    /// <exception cref="JsonException">It is no description of a model.</exception>
    public static ModelDescription FromJson(string json)
    {
        ModelDescription description = JsonSerializer.Deserialize<ModelDescription>(json, Json) ?? throw new JsonException("The description is null.");
        if (description.Targets.IsDefaultOrEmpty) throw new JsonException("The model has no target.");
        if (description.Auxiliary.IsDefault) throw new JsonException("The auxiliary targets of the model are null.");
        if (description.Members < 1) throw new JsonException("The model has no member.");
        if (description.Elements.IsDefault || !description.Elements.All(symbol => Element.TryParse(symbol, out _)))
            throw new JsonException("The elements of the model are not element symbols.");
        return description;
    }
}
