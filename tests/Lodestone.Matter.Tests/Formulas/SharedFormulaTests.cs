using System.IO.Compression;
using Lodestone.Testing;

namespace Lodestone.Matter.Tests.Formulas;

/// <summary>Every formula of the public data sets is read, and read again from each way it is written.</summary>
public sealed class SharedFormulaTests
{
    [Theory]
    [InlineData("magnets")]
    [InlineData("compositions")]
    [InlineData("crystals")]
    public void Every_formula_of_the_data_sets_reads(string folder)
    {
        var failures = new List<string>();
        int count = 0;
        foreach (string formula in Formulas(SharedData.Require(folder)).Distinct())
        {
            count++;
            if (!Composition.TryParse(formula, out Composition? composition, out string? reason)) failures.Add(reason);
            else if (!Composition.Parse(composition.Formula).Equals(composition)) failures.Add($"{formula} was written as {composition.Formula}.");
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)));
        Assert.True(count > 10_000, $"Only {count} formulas were found.");
    }

    private static IEnumerable<string> Formulas(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.csv*", SearchOption.AllDirectories)
        from formula in Column(file)
        select formula;

    // The formula columns of these tables hold no comma and no quote, and stand before any column that does.
    private static IEnumerable<string> Column(string file)
    {
        using Stream stream = File.OpenRead(file);
        using var reader = new StreamReader(file.EndsWith(".gz") ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        int column = Array.IndexOf(reader.ReadLine()!.Split(','), "formula");
        if (column < 0) yield break;
        bool inQuotes = false;
        while (reader.ReadLine() is string line)
        {
            if (!inQuotes) yield return line.Split(',', column + 2)[column];
            inQuotes ^= line.Count(c => c == '"') % 2 == 1;
        }
    }
}
