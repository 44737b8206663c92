using Lodestone.Data;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Benchmarks.Inputs;

/// <summary>
/// The crystals that all benchmarks work on: real ones where the environment variable <c>LODESTONE_BENCH_DATA</c> names a table with a
/// column <c>cif</c>, random ones otherwise; the same in every run.
/// </summary>
internal static class Crystals
{
    private const string Variable = "LODESTONE_BENCH_DATA";
    private static readonly Lazy<string[]?> Table = new(() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? CrystalTable.Read(path) : null);

    /// <summary>CIF texts of all sizes, about 17 sites on average; from a table, evenly spaced rows.</summary>
    public static string[] Texts(int count) => Table.Value is { } table
        ? Spread(table, count)
        : [.. Enumerable.Range(0, count).Select(i => RandomCrystal.Cif(new Seeds(17).For(i).Generator()))];

    /// <summary>Crystals of all sizes, about 17 sites on average.</summary>
    public static Structure[] Structures(int count) => [.. Texts(count).Select(Parse)];

    /// <summary>Crystals of 38 to 48 sites, about 43 on average.</summary>
    public static Structure[] LargeStructures(int count) => Table.Value is { } table
        ? Spread([.. table.AsParallel().AsOrdered().Select(Parse).Where(structure => structure.Sites.Length is >= 38 and <= 48)], count)
        : [.. Enumerable.Range(0, count).Select(i => Parse(RandomCrystal.Cif(new Seeds(43).For(i).Generator(), 38 + i % 11)))];

    /// <summary>Crystals of all sizes as materials.</summary>
    public static Material[] Materials(int count) =>
        [.. Structures(count).Select((structure, i) => new Material($"crystal {i}", structure.Composition, structure))];

    /// <summary>Reads the one crystal of a CIF text.</summary>
    public static Structure Parse(string cif)
    {
        StructureReading reading = StructureFile.Read("crystal.cif", cif).Single();
        return reading.Structure ?? throw new InvalidDataException(reading.Failure!.ToString());
    }

    private static T[] Spread<T>(T[] all, int count) => all.Length >= count
        ? [.. Enumerable.Range(0, count).Select(i => all[(long)i * all.Length / count])]
        : throw new InvalidDataException($"The table that {Variable} names has {all.Length} such crystals; this benchmark needs {count}.");
}
