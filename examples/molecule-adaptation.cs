#:project ../src/Lodestone.Studies/Lodestone.Studies.csproj
#:property PublishAot=false

// Point clouds: a network pretrained on molecules in their principal axes, adapted to turned ones by a canonicalizer before it (arXiv:2310.01647).
//   dotnet run -c Release examples/molecule-adaptation.cs -- SOURCE OUTPUT [SEEDS]
// SOURCE holds molecules with the property atomization_energy_kcal_mol, such as QM7 as extended XYZ. The folder OUTPUT keeps results and the figure;
// the same command goes on with the runs that are missing.
using System.Globalization;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Studies.EquivariantAdaptation;
using Lodestone.Studies.EquivariantAdaptation.Molecules;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int seeds = 3;
if (args.Length is < 2 or > 3 || (args.Length > 2 && !int.TryParse(args[2], out seeds)) || seeds < 1)
{
    Console.Error.WriteLine("Usage: molecule-adaptation SOURCE OUTPUT [SEEDS]");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
try
{
    var study = new MoleculeAdaptationStudy(args[0], new MoleculeAdaptationOptions(), args[1]);
    var results = new List<MoleculeAdaptationResult>();
    for (ulong seed = 1; seed <= (ulong)seeds; seed++)
        foreach (MoleculeVariant variant in Enum.GetValues<MoleculeVariant>())
            results.Add(study.Run(variant, seed, new Lines(variant, seed), stop.Token));

    Console.WriteLine($"atomization energy, kcal/mol: {results[0].TrainingRows} molecules to learn from, {results[0].TestRows} to test, {seeds} seeds, mean and deviation");
    Console.WriteLine($"median of the training rows: MAE {results[0].MedianError:F1}");
    Console.WriteLine($"{"variant",-14}{"validation",16}{"as they lie",16}{"turned",16}{"identity",16}{"seconds",9}");
    foreach (var runs in results.GroupBy(result => result.Variant))
        Console.WriteLine($"{runs.Key,-14}{Cell(runs.Select(r => r.ValidationLying))}{Cell(runs.Select(r => r.Lying))}{Cell(runs.Select(r => r.Turned))}"
            + $"{Cell(runs.Select(r => r.IdentityMetric).OfType<double>())}{runs.Average(r => r.Seconds),9:F0}");
    MoleculeAdaptationFigure.Write(Path.Combine(args[1], "molecule-adaptation.png"), results);
    return 0;
}
catch (InputException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine($"Finished runs are kept in {args[1]}; the same command goes on from there.");
    return 130;
}

static string Cell(IEnumerable<double> values)
{
    double[] known = [.. values];
    if (known.Length == 0) return $"{"–",16}";
    var (mean, deviation) = AdaptationSummary.Of(known);
    return $"{$"{mean:F2} ± {deviation:F2}",16}";
}

internal sealed class Lines(MoleculeVariant variant, ulong seed) : IProgress<EpochReport>
{
    public void Report(EpochReport value) =>
        Console.Error.WriteLine($"{variant} seed {seed} epoch {value.Epoch}/{value.Epochs}: "
            + $"train {value.TrainLoss:G4}, validation {value.ValidationLoss:G4}, {value.Seconds:F1} s");
}
