using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Training;
using Lodestone.Models.Encodings;

namespace Lodestone.Models.Catalog;

/// <summary>Materials encoded for training, and those that could not be.</summary>
/// <param name="Set">Encoded materials with the values of the targets.</param>
/// <param name="Failures">Id and reason of each material that was left out.</param>
internal sealed record EncodedRows<TBatch>(TrainingSet<TBatch> Set, IReadOnlyList<(string Id, string Reason)> Failures)
{
    /// <summary>Id of each encoded material of which the network does not see everything, and what that is.</summary>
    public IReadOnlyList<(string Id, string Warning)> Warnings { get; init; } = [];

    /// <summary>Encodes on all cores, keeping the order.</summary>
    /// <param name="encoder">Makes a material what a network reads.</param>
    /// <param name="materials">The materials.</param>
    /// <param name="targets">Whose values the set has.</param>
    /// <param name="unlabelled">So many further targets follow, of which the set has no value.</param>
    /// <param name="cache">Where encodings are kept between runs, if they are.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static EncodedRows<TBatch> Encode(
        IEncoder<TBatch> encoder, IReadOnlyList<Material> materials, IReadOnlyList<Target> targets, int unlabelled, EncodingCache? cache,
        CancellationToken cancellation)
    {
        EncodedMaterial<TBatch>[] all = cache?.Encode(encoder, materials, cancellation) ?? EncodedMaterial<TBatch>.All(encoder, materials, cancellation);
        var encoded = materials.Zip(all, (material, row) => (Material: material, row.Sample, row.Reason)).ToArray();
        var good = encoded.Where(row => row.Reason is null).ToArray();
        double?[][][] labels = [.. good.Select(row => targets.Select(target => TargetValues.Of(row.Material, target).ToArray()).ToArray())];
        int[] firstRow = Starts([.. labels.Select(row => row[0].Length)]);
        var values = new double?[firstRow[^1], targets.Count + unlabelled];
        for (int material = 0; material < good.Length; material++)
            for (int target = 0; target < targets.Count; target++)
                for (int row = 0; row < labels[material][target].Length; row++)
                    values[firstRow[material] + row, target] = labels[material][target][row];
        return new EncodedRows<TBatch>(
            new TrainingSet<TBatch>([.. good.Select(row => row.Sample!)], values, targets[0].Level == TargetLevel.Site ? firstRow : null),
            [.. encoded.Where(row => row.Reason is not null).Select(row => (row.Material.Id, row.Reason!))])
        {
            Warnings = [.. good.Select(row => (row.Material.Id, Warning: encoder.Warning(row.Sample!)!)).Where(row => row.Warning is not null)],
        };
    }

    private static int[] Starts(IReadOnlyList<int> counts)
    {
        var starts = new int[counts.Count + 1];
        for (int i = 0; i < counts.Count; i++) starts[i + 1] = starts[i] + counts[i];
        return starts;
    }
}
