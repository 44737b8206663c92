using Lodestone.Matter;

namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>The size of the comparison on molecules.</summary>
public sealed record MoleculeAdaptationOptions
{
    /// <summary>What is learned: a property of the data.</summary>
    public string Target { get; init; } = "atomization_energy_kcal_mol";

    /// <summary>Share of the molecules to judge by.</summary>
    public double Validation { get; init; } = 0.1;

    /// <summary>Share of the molecules to measure on.</summary>
    public double Test { get; init; } = 0.2;

    /// <summary>Features of an atom, and of a message, in the predictor.</summary>
    public int FeatureLength { get; init; } = 32;

    /// <summary>Message-passing layers of the predictor.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>Vectors of an atom in the canonicalizer.</summary>
    public int Channels { get; init; } = 32;

    /// <summary>Layers of the canonicalizer.</summary>
    public int CanonicalizerLayers { get; init; } = 4;

    /// <summary>Epochs of the pretraining on molecules as they lie.</summary>
    public int PretrainingEpochs { get; init; } = 12;

    /// <summary>Epochs of each adaptation.</summary>
    public int Epochs { get; init; } = 6;

    /// <summary>Molecules in a batch.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Learning rate of the pretraining at its highest.</summary>
    public double LearningRate { get; init; } = 3e-3;

    /// <summary>Learning rate of the adaptations at its highest.</summary>
    public double AdaptationRate { get; init; } = 3e-3;

    /// <summary>Weight of the prior, the mean over the nine entries of (R − I)², beside the mean absolute error in units of the deviation of the target.</summary>
    public double PriorWeight { get; init; } = 10;

    /// <summary>Checks every option that nothing else checks.</summary>
    /// <exception cref="InputException">An option is out of its range.</exception>
    public void Check()
    {
        (string Name, int Value)[] counts = [("feature length", FeatureLength), ("layers", Layers), ("channels", Channels), ("canonicalizer layers", CanonicalizerLayers)];
        foreach (var (name, value) in counts)
            if (value < 1) throw new InputException(FormattableString.Invariant($"The option '{name}' is {value}; it must be at least 1."));
        if (!(PriorWeight > 0)) throw new InputException(FormattableString.Invariant($"The weight of the prior is {PriorWeight}; it must be above 0."));
    }
}
