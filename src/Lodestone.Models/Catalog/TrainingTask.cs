using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Models.Encodings;

namespace Lodestone.Models.Catalog;

/// <summary>What an architecture needs to train a model.</summary>
public sealed record TrainingTask
{
    /// <summary>Rows to learn from.</summary>
    public required IReadOnlyList<Material> Train { get; init; }

    /// <summary>Rows to judge epochs by and to calibrate intervals on.</summary>
    public required IReadOnlyList<Material> Validation { get; init; }

    /// <summary>What to learn.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>What to learn beside the targets, because it is made of the same causes; the model does not predict it.</summary>
    public IReadOnlyList<Target> Auxiliary { get; init; } = [];

    /// <summary>Options of the architecture by name.</summary>
    public JsonObject Options { get; init; } = [];

    /// <summary>How to train.</summary>
    public required TrainingOptions Training { get; init; }

    /// <summary>Number of members of the ensemble.</summary>
    public int Members { get; init; } = 1;

    /// <summary>Everything random takes its seed from here.</summary>
    public required Seeds Seeds { get; init; }

    /// <summary>A model of the same architecture whose weights the members start from (<see cref="WarmStart"/>).</summary>
    public ModelFile? StartFrom { get; init; }

    /// <summary>Weights that stay as they are, by name or by the beginning of their names up to a point.</summary>
    public IReadOnlyList<string> Freeze { get; init; } = [];

    /// <summary>Told of what a user should know before the first round.</summary>
    public IProgress<string>? Messages { get; init; }

    /// <summary>Where the state of a run is kept while it goes on; null keeps none.</summary>
    public string? RunFolder { get; init; }

    /// <summary>Go on from the state in <see cref="RunFolder"/>.</summary>
    public bool Resume { get; init; }

    /// <summary>Where encodings of materials are kept between runs; null keeps none.</summary>
    public EncodingCache? Encodings { get; init; }

    /// <summary>Told, before the first round, how many rows can be learned from.</summary>
    public Action<TakenRows>? Taken { get; init; }

    /// <summary>Everything that decides the outcome, as text; a run is resumed only with the same.</summary>
    public string Identity { get; init; } = "";
}
