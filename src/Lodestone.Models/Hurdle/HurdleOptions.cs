using System.Text.Json.Nodes;

namespace Lodestone.Models.Hurdle;

/// <summary>Which two models make up a hurdle model.</summary>
public sealed record HurdleOptions
{
    /// <summary>The architecture that tells whether a value is above the threshold of its target.</summary>
    public string Occurrence { get; init; } = "forest";

    /// <summary>Options of that architecture.</summary>
    public JsonObject OccurrenceOptions { get; init; } = [];

    /// <summary>The architecture that tells how large a value is that is above the threshold.</summary>
    public string Size { get; init; } = "forest";

    /// <summary>Options of that architecture.</summary>
    public JsonObject SizeOptions { get; init; } = [];
}
