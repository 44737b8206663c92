using Lodestone.Data;
using Lodestone.Data.Splits;
using Lodestone.Learning;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Models.Encodings;

namespace Lodestone.Studies.CheckpointEnsembles;

/// <summary>Encoded rows of the study of ensembles; the same split for every network and seed.</summary>
/// <param name="Train">Rows to learn from.</param>
/// <param name="Validation">Rows to judge epochs by.</param>
/// <param name="Test">Rows to measure on.</param>
/// <typeparam name="TBatch">What the network reads.</typeparam>
internal sealed record EnsembleData<TBatch>(TrainingSet<TBatch> Train, TrainingSet<TBatch> Validation, TrainingSet<TBatch> Test)
{
    /// <summary>Reads, splits by formula and encodes; rows that cannot be read or lack a target are left out, so that one target and several are learned from rows of the same kind.</summary>
    public static EnsembleData<TBatch> Read(string source, EnsembleOptions options, IEncoder<TBatch> encoder)
    {
        Material[] materials = [.. MaterialSource.Open(source).Read().Select(reading => reading.Material).OfType<Material>()
            .Where(material => options.Targets.All(target => material.Number(target) is not null))];
        if (materials.Length == 0) throw new InputException($"No row of {source} has a value of {string.Join(" and ", options.Targets)}; check the names of the columns.");
        (Material Material, TBatch Sample)[] rows = [.. materials.Zip(EncodedMaterial<TBatch>.All(encoder, materials, CancellationToken.None))
            .Where(row => row.Second.Reason is null).Select(row => (row.First, row.Second.Sample!))];
        Split split = Split.ByFormula([.. rows.Select(row => row.Material)], new SplitFractions(options.Validation, options.Test), new Seeds(0));

        TrainingSet<TBatch> Set(IReadOnlyList<int> part)
        {
            var values = new double?[part.Count, options.Targets.Count];
            for (int i = 0; i < part.Count; i++)
                for (int target = 0; target < options.Targets.Count; target++)
                    values[i, target] = rows[part[i]].Material.Number(options.Targets[target]);
            return new TrainingSet<TBatch>([.. part.Select(row => rows[row].Sample)], values);
        }
        return new EnsembleData<TBatch>(Set(split.Train), Set(split.Validation), Set(split.Test));
    }
}
