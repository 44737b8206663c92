using Lodestone.Data;
using Lodestone.Data.Descriptors;
using Lodestone.Matter;
using Lodestone.Models.Estimators;

namespace Lodestone.Benchmarks.Inputs;

/// <summary>
/// Formulas with a value each: those of the table that LODESTONE_BENCH_FORMULAS names (columns <c>formula</c> and <c>target</c>), or 39,663
/// random ones, six in ten of which have a value near zero, as magnetic moments do.
/// </summary>
internal static class LabelledFormulas
{
    private const int Count = 39_663;

    /// <summary>The descriptors of the formulas and their values.</summary>
    /// <param name="set">Name of the descriptors.</param>
    public static (DataMatrix Features, DataMatrix Targets) Read(string set)
    {
        string? path = Environment.GetEnvironmentVariable("LODESTONE_BENCH_FORMULAS");
        (Material Material, float Value)[] rows = path is null
            ? [.. Enumerable.Range(0, Count).Select(i => Random(new Seeds(1).For(i).Generator()))]
            : [.. MaterialSource.Open([path]).Read(CancellationToken.None).Select(reading => reading.Material).OfType<Material>()
                .Select(material => (material, (float)material.Number("target")!.Value))];
        DescriptorTable table = DescriptorTable.Of([.. rows.Select(row => row.Material)], DescriptorCatalog.Get(set));
        return (
            new DataMatrix(rows.Length, table.Descriptors.Length, [.. table.Values.ToArray().Select(value => (float)value)]),
            new DataMatrix(rows.Length, 1, [.. rows.Select(row => row.Value)]));
    }

    private static (Material Material, float Value) Random(RandomGenerator random)
    {
        var amounts = new Dictionary<Element, double>();
        for (int elements = 2 + random.Next(3); amounts.Count < elements;)
            amounts[new Element(1 + random.Next(83))] = 1 + random.Next(8);
        var composition = new Composition(amounts);
        double moment = composition.Amounts.Sum(pair => pair.Value * (pair.Key.SaturationMoment ?? 0)) * random.NextDouble();
        return (new Material("", composition, null), (float)(moment + 0.001 * random.NextNormal()));
    }
}
