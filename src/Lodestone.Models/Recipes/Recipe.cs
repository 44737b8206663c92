using Lodestone.Learning;
using Lodestone.Learning.Training;

namespace Lodestone.Models.Recipes;

/// <summary>Everything that decides what a trained model is: a recipe and its data always make the same model.</summary>
public sealed record Recipe
{
    /// <summary>Name of the model.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where relative names of data files start; the current folder if empty.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The data: any source that the command line takes.</summary>
    public string Data { get; init; } = "";

    /// <summary>The most unpacked text that one entry of the data may hold, in bytes; 32 MiB where nothing is said.</summary>
    public long? MaxEntry { get; init; }

    /// <summary>How the data are split into rows to learn from and rows to judge by.</summary>
    public SplitRecipe Split { get; init; } = new();

    /// <summary>What to learn.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>What to learn beside the targets: properties of more rows, made of the same causes, that help to learn the targets. The model does
    /// not predict them, and epochs are not judged by them.</summary>
    public IReadOnlyList<Target> Auxiliary { get; init; } = [];

    /// <summary>Name of the architecture.</summary>
    public string Architecture { get; init; } = "";

    /// <summary>Options of the architecture; those that are not named have their defaults.</summary>
    public IReadOnlyDictionary<string, object?> Options { get; init; } = new Dictionary<string, object?>();

    /// <summary>How to train.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>Number of members of the ensemble.</summary>
    public int Members { get; init; } = 1;

    /// <summary>Everything random takes its seed from here.</summary>
    public ulong Seed { get; init; }

    /// <summary>A model, by name or file, that the members start from: its options, its weights, and for targets that it has too its outputs. Its
    /// elements stay known. Where the recipe says nothing else, the learning rate is a tenth of the usual and the best epoch is kept, the start being one.</summary>
    public string? StartFrom { get; init; }

    /// <summary>Weights that stay as they are, by name or by the beginning of their names up to a point (<c>elements</c>, <c>layers.0</c>).</summary>
    public IReadOnlyList<string> Freeze { get; init; } = [];

    /// <summary>Rows on which the finished model is measured, once.</summary>
    public IReadOnlyList<MeasureRecipe> Measure { get; init; } = [];

    /// <summary>How <c>crossval</c> deals the data into folds; <c>train</c> does not use it.</summary>
    public CrossValidationRecipe? Crossval { get; init; }

    /// <summary>Among these <c>crossval</c> chooses in each fold, by an inner cross-validation; each is a list of settings <c>key=value</c> that
    /// replace those of the recipe. Without any, the recipe itself is measured.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Variants { get; init; } = [];

    /// <summary>What users of the model should know.</summary>
    public string? Notes { get; init; }
}
