using Lodestone.Matter;

namespace Lodestone.Studies.EquivariantAdaptation.Crystals;

/// <summary>The size of the comparison on crystals.</summary>
public sealed record CrystalAdaptationOptions
{
    /// <summary>What is learned: a column of the data.</summary>
    public string Target { get; init; } = "formation_energy_eV_atom";

    /// <summary>Crystals with more sites are left out.</summary>
    public int MaximumSites { get; init; } = 8;

    /// <summary>Crystals to learn from, drawn at random from those that the data keep for it; null takes all.</summary>
    public int? Rows { get; init; }

    /// <summary>Features of an atom in the networks of Cartesian vectors.</summary>
    public int FeatureLength { get; init; } = 32;

    /// <summary>Message-passing layers of the networks of Cartesian vectors.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Farthest neighbour in the networks of Cartesian vectors, Å.</summary>
    public double Cutoff { get; init; } = 4.5;

    /// <summary>Epochs of every network.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Epochs of the networks and canonicalizers that start from a trained network.</summary>
    public int AdaptationEpochs { get; init; } = 5;

    /// <summary>Crystals in a batch.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Checks every option.</summary>
    /// <exception cref="InputException">An option is out of its range; those of the networks are checked by the networks.</exception>
    public void Check()
    {
        (string Name, int Value)[] counts =
            [("maximum sites", MaximumSites), ("rows", Rows ?? 1), ("epochs", Epochs), ("adaptation epochs", AdaptationEpochs), ("batch size", BatchSize)];
        foreach (var (name, value) in counts)
            if (value < 1) throw new InputException(FormattableString.Invariant($"The option '{name}' is {value}; it must be at least 1."));
    }
}
