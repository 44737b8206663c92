#:project ../src/Lodestone.Studies/Lodestone.Studies.csproj
#:property PublishAot=false

// Crystals: a network that depends on how they lie, what helps against it, and what a trained one can be made of (arXiv:2211.06489, arXiv:2310.01647).
//   dotnet run -c Release examples/crystal-adaptation.cs -- SOURCE OUTPUT [ROWS [SEEDS]]
// SOURCE is a table of crystals with the columns split (train, val, test) and formation_energy_eV_atom. ROWS crystals are learned from; all without it,
// or with 0. The folder OUTPUT keeps models, results and the figure; the same command goes on where it was stopped.
using System.Globalization;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Studies.EquivariantAdaptation;
using Lodestone.Studies.EquivariantAdaptation.Crystals;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int rows = 0, seeds = 3;
if (args.Length is < 2 or > 4 || (args.Length > 2 && !int.TryParse(args[2], out rows)) || (args.Length > 3 && !int.TryParse(args[3], out seeds)) || rows < 0 || seeds < 1)
{
    Console.Error.WriteLine("Usage: crystal-adaptation SOURCE OUTPUT [ROWS [SEEDS]]");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
try
{
    var study = new CrystalAdaptationStudy(args[0], new CrystalAdaptationOptions { Rows = rows == 0 ? null : rows }, args[1]);
    var results = new List<CrystalAdaptationResult>();
    for (ulong seed = 1; seed <= (ulong)seeds; seed++)
        foreach (CrystalVariant variant in CrystalVariant.Comparison)
            results.Add(study.Run(variant, seed, new Lines(variant.Name, seed), stop.Token));

    Console.WriteLine($"formation energy, eV/atom: {results[0].TrainingRows} crystals to learn from, {results[0].Lying.Count} to test, {seeds} seeds, mean and deviation");
    Console.WriteLine($"median of the training rows: MAE {results[0].Lying.MedianPredictorError:F4}");
    Console.WriteLine($"{"variant",-16}{"validation",18}{"as they lie",18}{"turned",18}{"described anew",18}{"coverage of each, %",22}{"identity",18}{"seconds",9}");
    foreach (var runs in results.GroupBy(result => result.Variant))
        Console.WriteLine($"{runs.Key,-16}{Cell(runs.Select(r => r.ValidationLying.MeanAbsoluteError))}{Cell(runs.Select(r => r.Lying.MeanAbsoluteError))}"
            + $"{Cell(runs.Select(r => r.Turned.MeanAbsoluteError))}{Cell(runs.Select(r => r.DescribedAnew.MeanAbsoluteError))}"
            + $"{Percent(runs.Select(r => r.Lying.Coverage)),8}{Percent(runs.Select(r => r.Turned.Coverage)),7}{Percent(runs.Select(r => r.DescribedAnew.Coverage)),7}"
            + $"{Cell(runs.Select(r => r.IdentityMetric))}{runs.Average(r => r.Seconds),9:F0}");
    CrystalAdaptationFigure.Write(Path.Combine(args[1], "crystal-adaptation.png"), results);
    return 0;
}
catch (InputException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine($"The state is kept in {args[1]}; the same command goes on from there.");
    return 130;
}

static string Cell(IEnumerable<double?> values)
{
    double[] known = [.. values.OfType<double>()];
    if (known.Length == 0) return $"{"–",18}";
    var (mean, deviation) = AdaptationSummary.Of(known);
    return $"{$"{mean:F4} ± {deviation:F4}",18}";
}

static string Percent(IEnumerable<double?> shares) => $"{100 * shares.Average():F1}";

internal sealed class Lines(string variant, ulong seed) : IProgress<EpochReport>
{
    public void Report(EpochReport value) =>
        Console.Error.WriteLine($"{variant} seed {seed} epoch {value.Epoch}/{value.Epochs}: "
            + $"train {value.TrainLoss:G4}, validation {value.ValidationLoss:G4}, {value.Seconds:F1} s");
}
