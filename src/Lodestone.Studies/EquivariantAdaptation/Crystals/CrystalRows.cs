using Lodestone.Data;
using Lodestone.Data.Splits;
using Lodestone.Matter;

namespace Lodestone.Studies.EquivariantAdaptation.Crystals;

/// <summary>The crystals of the study, divided as the column <c>split</c> of the data says.</summary>
/// <param name="Train">Crystals to learn from.</param>
/// <param name="Validation">Crystals to judge epochs by.</param>
/// <param name="Test">Crystals to measure on.</param>
internal sealed record CrystalRows(IReadOnlyList<Material> Train, IReadOnlyList<Material> Validation, IReadOnlyList<Material> Test)
{
    private const string Column = "split";

    /// <summary>Reads the small crystals that have a value of the target.</summary>
    /// <exception cref="InputException">The source cannot be read, or a part has no crystal.</exception>
    public static CrystalRows Read(string source, CrystalAdaptationOptions options)
    {
        Material[] crystals = [.. MaterialSource.Open(source).Read().Select(reading => reading.Material).OfType<Material>()
            .Where(material => material.Structure is { Lattice: not null } crystal && crystal.Sites.Length <= options.MaximumSites)
            .Where(material => material.Number(options.Target) is not null)];
        Split split = Split.ByColumn(crystals, Column);
        int[] train = [.. split.Train];
        new Seeds(0).For("rows").Generator().Shuffle(train.AsSpan());
        train = [.. train.Take(options.Rows ?? train.Length)];
        if (train.Length == 0 || split.Validation.Length == 0 || split.Test.Length == 0)
            throw new InputException($"{source} has {train.Length} crystals to learn from, {split.Validation.Length} to validate and {split.Test.Length} to test"
                + $" with at most {options.MaximumSites} sites and a value of {options.Target}; each must be one or more.");
        Material[] Take(IEnumerable<int> rows) => [.. rows.Select(row => crystals[row])];
        return new CrystalRows(Take(train), Take(split.Validation), Take(split.Test));
    }
}
