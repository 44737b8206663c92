using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lodestone.Models.Selection;

/// <summary>What came out of a selection. All errors are those of cross-validation within the training rows.</summary>
public sealed record SelectionSummary
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>The target.</summary>
    public required string Target { get; init; }

    /// <summary><c>mae</c>, or for a class <c>brier</c>.</summary>
    public required string Measure { get; init; }

    /// <summary>The data as the recipe names them.</summary>
    public required string Data { get; init; }

    /// <summary>Digest of the data; empty where the source is neither file nor folder.</summary>
    public required string DataSha256 { get; init; }

    /// <summary>Training rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Validation and test rows, which took no part.</summary>
    public required int KeptAside { get; init; }

    /// <summary>Rows that could not be read or described.</summary>
    public required int Failures { get; init; }

    /// <summary>The set of descriptors.</summary>
    public required string Descriptors { get; init; }

    /// <summary>Descriptors that took part in the search.</summary>
    public required int Candidates { get; init; }

    /// <summary>Subsets tried.</summary>
    public required int Subsets { get; init; }

    /// <summary>Error of the selected descriptors: the smallest of all subsets tried, and so too good.</summary>
    public required double Error { get; init; }

    /// <summary>Error of all candidates.</summary>
    public required double ErrorOfAll { get; init; }

    /// <summary>Error of always saying the median, for a class the share of positives.</summary>
    public required double ErrorOfConstant { get; init; }

    /// <summary>How descriptors were selected.</summary>
    public required SelectionRequest Request { get; init; }

    /// <summary>Version of Lodestone.</summary>
    public string? LodestoneVersion { get; init; }

    /// <summary>The selected descriptors, the most important first.</summary>
    public required IReadOnlyList<SelectedDescriptor> Selected { get; init; }

    /// <summary>Error of the most important of the selected descriptors alone, by their number.</summary>
    public required IReadOnlyList<SizedError> BySize { get; init; }

    /// <summary>The summary as JSON; equal summaries give equal text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";
}
