using System.Text.Json.Serialization;

namespace Lodestone.Models.CrossValidation;

/// <summary>The errors of one target on the held-out rows of one fold.</summary>
/// <param name="Fold">The fold, from 0.</param>
/// <param name="TrainingRows">Rows that the fold's model could learn from, its validation rows among them, that have a value of the target.</param>
/// <param name="Rows">Held-out rows with a value of the target and a prediction.</param>
/// <param name="Failed">Held-out rows with a value of the target and no prediction.</param>
/// <param name="Metrics">The errors by name; null where the rows do not define one.</param>
public sealed record FoldScores(
    [property: JsonPropertyName("fold")] int Fold,
    [property: JsonPropertyName("train")] int TrainingRows,
    [property: JsonPropertyName("n")] int Rows,
    [property: JsonPropertyName("failed")] int Failed,
    [property: JsonPropertyName("metrics")] IReadOnlyDictionary<string, double?> Metrics)
{
    /// <summary>The variant that the inner folds chose, from 0; null where there was no choice.</summary>
    [JsonPropertyName("variant")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Variant { get; init; }
}
