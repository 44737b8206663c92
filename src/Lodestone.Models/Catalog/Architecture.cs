using System.Text.Json.Nodes;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Matter;

namespace Lodestone.Models.Catalog;

/// <summary>A kind of model: how one is made from options, trained, and read back from a file.</summary>
public abstract class Architecture
{
    /// <summary>Describes an architecture.</summary>
    /// <param name="name">Its name on the command line.</param>
    /// <param name="summary">One sentence: what it is.</param>
    /// <param name="inputs">One phrase: what it reads.</param>
    protected Architecture(string name, string summary, string inputs)
    {
        Name = name;
        Summary = summary;
        Inputs = inputs;
    }

    /// <summary>Its name on the command line, such as <c>cgcnn</c>.</summary>
    public string Name { get; }

    /// <summary>One sentence: what it is.</summary>
    public string Summary { get; }

    /// <summary>One phrase: what it reads.</summary>
    public string Inputs { get; }

    /// <summary>How it is trained where a recipe says nothing else.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>Its options with their meaning and the values that <paramref name="options"/> give them.</summary>
    /// <param name="options">Options by name; those that are missing have their defaults.</param>
    /// <exception cref="InputException">An option is unknown or its value cannot be used.</exception>
    public abstract IReadOnlyList<ArchitectureOption> Describe(JsonObject options);

    /// <summary>Number of trained parameters for one ordinary regression target; zero where it depends on the data.</summary>
    /// <param name="options">Options by name.</param>
    /// <exception cref="InputException">An option is unknown or its value cannot be used.</exception>
    public abstract long CountParameters(JsonObject options);

    /// <summary>Makes a model of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="source">How messages name the file.</param>
    /// <exception cref="InputException">The tensors or options of the file do not suit the architecture.</exception>
    public abstract IPropertyModel Load(ModelFile file, string source);

    /// <summary>Trains a model.</summary>
    /// <param name="task">What to learn from, and how.</param>
    /// <param name="progress">Told of each epoch of each member.</param>
    /// <param name="cancellation">Ends the training in a state from which it can be resumed.</param>
    /// <exception cref="InputException">The task cannot be carried out.</exception>
    public abstract TrainedModel Train(TrainingTask task, IProgress<MemberReport>? progress, CancellationToken cancellation);

    /// <summary>Refuses what only a network can do: to learn values of sites, to start from weights, and to learn what it does not predict.</summary>
    private protected void RefuseWhatNeedsANetwork(TrainingTask task)
    {
        if (task.Targets.FirstOrDefault(target => target.Level == TargetLevel.Site) is { } sites)
            throw ForMaterialsOnly(sites.Name);
        if (task.StartFrom is not null)
            throw new InputException($"The architecture '{Name}' cannot start from another model; leave 'start_from' out.");
        if (task.Freeze.Count > 0)
            throw new InputException($"The architecture '{Name}' has no weights to freeze; leave 'freeze' out.");
        if (task.Auxiliary.Count > 0)
            throw new InputException($"The architecture '{Name}' learns each target by itself, so that auxiliary targets cannot help it; leave 'auxiliary' out.");
    }

    /// <summary>What is said to someone who wants to learn values of sites with an architecture for materials.</summary>
    private protected InputException ForMaterialsOnly(string target) =>
        new($"The architecture '{Name}' predicts values of materials, not of sites; use cgcnn, megnet, alignn, egnn, mc-egnn or ecn for the target '{target}'.");
}
