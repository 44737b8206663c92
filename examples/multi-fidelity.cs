#:project ../src/Lodestone.Data/Lodestone.Data.csproj
#:property PublishAot=false

// Band gaps of two fidelities in one table: calculated ones (PBE), of which there are many and which are too small, and measured ones, of which
// there are few. A network with a state (megnet, option 'state') learns both at once and is told which is which.
//   dotnet run -c Release examples/multi-fidelity.cs -- CRYSTALS MEASURED FOLDER
//   lodestone train sweep recipes/benchmarks/multi-fidelity.yaml --set folder=FOLDER -o multi-fidelity
// CRYSTALS is a table of crystals with band_gap_eV and e_above_hull_eV_atom (mp.csv.gz), MEASURED one of formulas with their measured gap in the
// column target (expt_gap.csv.gz). A measured gap goes to the most stable crystal of its formula. FOLDER gets gaps.csv.gz, all gaps, and
// measured.csv.gz, the measured ones alone; compounds whose measured gap is for testing keep their calculated one, which is cheap to come by.
using System.Collections.Immutable;
using System.Globalization;
using Lodestone.Data;
using Lodestone.Data.Splits;
using Lodestone.Matter;

if (args.Length != 3)
{
    Console.Error.WriteLine("Usage: multi-fidelity CRYSTALS MEASURED FOLDER");
    return 2;
}

try
{
    Directory.CreateDirectory(args[2]);
    Material[] crystals = [.. Read(args[0]).Where(material => material.Structure is not null)];
    var measured = Read(args[1]).Where(material => material.Number("target") is not null)
        .GroupBy(material => material.Composition.ReducedFormula)
        .ToDictionary(group => group.Key, group => group.Select(material => material.Number("target")!.Value).Order().ElementAt(group.Count() / 2));

    Material[] known = [.. crystals.Where(crystal => measured.ContainsKey(crystal.Composition.ReducedFormula))
        .GroupBy(crystal => crystal.Composition.ReducedFormula)
        .Select(group => group.MinBy(crystal => crystal.Number("e_above_hull_eV_atom") ?? double.PositiveInfinity)!)];
    Split split = Split.Random(known.Length, new SplitFractions(0.15, 0.25), new Seeds(1));
    string[] part = new string[known.Length];
    foreach (var (name, rows) in new[] { ("train", split.Train), ("val", split.Validation), ("test", split.Test) })
        foreach (int row in rows) part[row] = name;

    Material[] experiment = [.. known.Select((crystal, row) => Gap(crystal, "measured", measured[crystal.Composition.ReducedFormula], 1, part[row]))];
    Material[] calculated = [.. crystals.Where(crystal => crystal.Number("band_gap_eV") is not null)
        .Select(crystal => Gap(crystal, "calculated", crystal.Number("band_gap_eV")!.Value, 0, "train"))];
    Write("measured.csv.gz", experiment);
    Write("gaps.csv.gz", [.. calculated, .. experiment]);

    var both = split.Test.Where(row => known[row].Number("band_gap_eV") is not null).ToArray();
    double error = both.Average(row => Math.Abs(known[row].Number("band_gap_eV")!.Value - experiment[row].Number("gap_eV")!.Value));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{calculated.Length} calculated and {experiment.Length} measured gaps; on {both.Length} measured ones for testing the calculated gap is {error:F3} eV off"));
    return 0;
}
catch (InputException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

void Write(string name, Material[] materials) =>
    MaterialConverter.Convert(materials.Select(material => new MaterialReading(material.Id, null, name, material, null)), Path.Combine(args[2], name));

static IEnumerable<Material> Read(string source) => MaterialSource.Open(source).Read().Select(reading => reading.Material).OfType<Material>();

static Material Gap(Material crystal, string kind, double gap, int fidelity, string part) => crystal with
{
    Id = $"{crystal.Id} {kind}",
    Properties = ImmutableDictionary<string, string>.Empty
        .Add("gap_eV", gap.ToString("R", CultureInfo.InvariantCulture))
        .Add("fidelity", fidelity.ToString(CultureInfo.InvariantCulture))
        .Add("split", part),
};
