#:project ../src/Lodestone.Studies/Lodestone.Studies.csproj
#:property PublishAot=false

// A network pretrained on upright digits, adapted to rotated ones by a canonicalizer before it (arXiv:2310.01647).
//   dotnet run -c Release examples/rotated-digits.cs -- FOLDER FIGURE.png [SEEDS [all]]
// FOLDER holds t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte of MNIST, plain or gzipped. One seed takes less than a minute;
// "all" adds more weights of the prior, canonicalizers by optimization, and C64.
using System.Globalization;
using Lodestone.Matter;
using Lodestone.Studies.EquivariantAdaptation;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length is < 2 or > 4 || !int.TryParse(args.Length > 2 ? args[2] : "1", out int seeds) || seeds < 1 || (args.Length == 4 && args[3] != "all"))
{
    Console.Error.WriteLine("Usage: rotated-digits FOLDER FIGURE.png [SEEDS [all]]");
    return 2;
}

try
{
    var study = new AdaptationStudy(args[0], new AdaptationOptions());
    AdaptationVariant[] variants = [.. AdaptationVariant.Comparison, .. args.Length == 4 ? AdaptationVariant.Ablation : []];
    var results = new List<AdaptationResult>();
    for (ulong seed = 1; seed <= (ulong)seeds; seed++)
        results.AddRange(study.Run(variants, seed, new Lines()));

    Console.WriteLine($"accuracy, mean and deviation over {seeds} seeds");
    Console.WriteLine($"{"variant",-26}{"validation",18}{"upright",18}{"quarter turns",18}{"any angle",18}{"identity",18}{"seconds",9}");
    foreach (var runs in results.GroupBy(result => result.Variant))
        Console.WriteLine($"{runs.Key,-26}{Cell(runs.Select(r => r.Validation))}{Cell(runs.Select(r => r.Upright))}{Cell(runs.Select(r => r.QuarterTurns))}"
            + $"{Cell(runs.Select(r => r.AnyAngle))}{Cell(runs.Select(r => r.IdentityShare))}{runs.Average(r => r.Seconds),9:F1}");
    AdaptationFigure.Write(args[1], [.. results.Where(result => AdaptationVariant.Comparison.Any(variant => variant.Name == result.Variant))]);
    return 0;
}
catch (InputException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

static string Cell(IEnumerable<double> values)
{
    var (mean, deviation) = AdaptationSummary.Of([.. values]);
    return $"{$"{mean:F4} ± {deviation:F4}",18}";
}

internal sealed class Lines : IProgress<AdaptationResult>
{
    public void Report(AdaptationResult value) => Console.Error.WriteLine(
        $"seed {value.Seed}, {value.Variant}: upright {value.Upright:F4}, quarter turns {value.QuarterTurns:F4}, any angle {value.AnyAngle:F4}, identity {value.IdentityShare:F4}, {value.Seconds:F1} s");
}
