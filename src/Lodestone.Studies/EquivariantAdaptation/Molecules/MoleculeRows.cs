using Lodestone.Data;
using Lodestone.Data.Splits;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Symmetry.Continuous;
using static TorchSharp.torch;

namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>The molecules of the study, encoded; the same split for every seed.</summary>
/// <param name="Train">Molecules to learn from.</param>
/// <param name="Validation">Molecules to judge by.</param>
/// <param name="Test">Molecules to measure on.</param>
internal sealed record MoleculeRows(TrainingSet<MoleculeBatch> Train, TrainingSet<MoleculeBatch> Validation, TrainingSet<MoleculeBatch> Test)
{
    /// <summary>Reads, lays and splits the molecules that have a value of the target.</summary>
    /// <exception cref="InputException">The source cannot be read, or a part of the split has no molecule.</exception>
    public static MoleculeRows Read(string source, MoleculeAdaptationOptions options)
    {
        Material[] molecules = [.. MaterialSource.Open(source).Read().Select(reading => reading.Material).OfType<Material>()
            .Where(material => material.Structure is { Lattice: null } && material.Number(options.Target) is not null)];
        Split split = Split.Random(molecules.Length, new SplitFractions(options.Validation, options.Test), new Seeds(0));
        if (split.Train.Length == 0 || split.Validation.Length == 0 || split.Test.Length == 0)
            throw new InputException($"{source} has {molecules.Length} molecules with positions and a value of {options.Target}, too few to split.");
        var encoder = new MoleculeEncoder();
        TrainingSet<MoleculeBatch> Set(IReadOnlyList<int> rows)
        {
            var values = new double?[rows.Count, 1];
            for (int i = 0; i < rows.Count; i++) values[i, 0] = molecules[rows[i]].Number(options.Target);
            return new TrainingSet<MoleculeBatch>([.. rows.Select(row => encoder.Encode(molecules[row]))], values);
        }
        return new MoleculeRows(Set(split.Train), Set(split.Validation), Set(split.Test));
    }

    /// <summary>Every molecule turned at random around its mean.</summary>
    public static IReadOnlyList<MoleculeBatch> Turned(IReadOnlyList<MoleculeBatch> molecules, Seeds seeds) =>
        [.. molecules.Zip(OrthogonalGroup.SO3.Sample(molecules.Count, (int)(seeds.Root & int.MaxValue)), Turned)];

    private static MoleculeBatch Turned(MoleculeBatch molecule, Tensor rotation)
    {
        using var scope = NewDisposeScope();
        return molecule with { Positions = OrthogonalGroup.Act(rotation, tensor(molecule.Positions).view(-1, 3)).contiguous().data<float>().ToArray() };
    }
}
