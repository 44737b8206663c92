using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lodestone.Models.CrossValidation;

/// <summary>What came out of a cross-validation, and the digests by which anyone can tell that it was made of the same things.</summary>
public sealed record CrossValidationSummary
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
    };

    /// <summary>Name of the recipe.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The architecture.</summary>
    [JsonPropertyName("architecture")]
    public required string Architecture { get; init; }

    /// <summary>The data as the recipe names them.</summary>
    [JsonPropertyName("data")]
    public required string Data { get; init; }

    /// <summary>Rows with a value of any target.</summary>
    [JsonPropertyName("n")]
    public required int Rows { get; init; }

    /// <summary>Rows that could not be read.</summary>
    [JsonPropertyName("failures")]
    public required int Failures { get; init; }

    /// <summary>How the folds were dealt: <c>random</c>, <c>class</c>, <c>formula</c>, <c>chemsys</c> or <c>column</c>.</summary>
    [JsonPropertyName("by")]
    public required string By { get; init; }

    /// <summary>Seed of the recipe.</summary>
    [JsonPropertyName("seed")]
    public required ulong Seed { get; init; }

    /// <summary>Digest of the data; empty where the source is neither file nor folder.</summary>
    [JsonPropertyName("data_sha256")]
    public required string DataSha256 { get; init; }

    /// <summary>Digest of <c>folds.csv</c>.</summary>
    [JsonPropertyName("folds_sha256")]
    public required string FoldsSha256 { get; init; }

    /// <summary>Digest of <c>recipe.yaml</c>.</summary>
    [JsonPropertyName("recipe_sha256")]
    public required string RecipeSha256 { get; init; }

    /// <summary>Digest of <c>predictions.csv</c>.</summary>
    [JsonPropertyName("predictions_sha256")]
    public required string PredictionsSha256 { get; init; }

    /// <summary>Version of Lodestone.</summary>
    [JsonPropertyName("lodestone_version")]
    public string? LodestoneVersion { get; init; }

    /// <summary>Target → its errors.</summary>
    [JsonPropertyName("targets")]
    public required IReadOnlyDictionary<string, TargetScores> Targets { get; init; }

    /// <summary>The summary as JSON; equal summaries give equal text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is no summary.</exception>
    public static CrossValidationSummary FromJson(string json) => JsonSerializer.Deserialize<CrossValidationSummary>(json, Json) ?? throw new JsonException("The summary is null.");
}
