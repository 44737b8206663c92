using System.Collections.Immutable;
using System.Globalization;

namespace Lodestone.Matter.Elements;

/// <summary>Shannon's radii, read once from <c>ionic-radii.csv</c>.</summary>
internal static class IonicRadiusTable
{
    private static readonly ILookup<string, IonicRadius> BySymbol =
        ElementCsv.Load("ionic-radii.csv").Rows.ToLookup(row => row[0], Read);

    /// <summary>The radii of each element, [118], by atomic number − 1.</summary>
    public static readonly ImmutableArray<IonicRadius>[] Radii =
        [.. ElementTable.Symbols.Select(symbol => BySymbol[symbol].ToImmutableArray())];

    private static IonicRadius Read(string[] row) => new(
        int.Parse(row[1], CultureInfo.InvariantCulture),
        int.Parse(row[2], CultureInfo.InvariantCulture),
        row[3],
        row[4] switch { "low" => SpinState.Low, "high" => SpinState.High, _ => SpinState.Unspecified },
        double.Parse(row[5], CultureInfo.InvariantCulture));
}
