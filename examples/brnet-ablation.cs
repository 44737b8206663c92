#:project ../src/Lodestone.Models/Lodestone.Models.csproj
#:property PublishAot=false

// What branches, skips, the activation and two schedulers bring to a deep network on element fractions (BRNet, Sci. Rep. 13, 9128 (2023);
// iBRNet, J. Cheminform. 16, 17 (2024)).
//   dotnet run -c Release examples/brnet-ablation.cs -- RECIPE DATA TABLE.csv [SEEDS [VARIANT…]]
// RECIPE is one of recipes/benchmarks/*-brnet.yaml, DATA the folder of its tables. Each finished training is a row of TABLE.csv; the same
// command goes on where it was stopped.
using System.Diagnostics;
using System.Globalization;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Models;
using Lodestone.Models.Catalog;
using Lodestone.Models.Recipes;

const string Header = "variant,seed,parameters,train_rows,test_rows,test_mae,median_predictor_mae,epochs,best_epoch,seconds";
if (args.Length < 3)
{
    Console.Error.WriteLine("Usage: brnet-ablation RECIPE DATA TABLE.csv [SEEDS [VARIANT…]]");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    string plain = $"options.layers={WithoutBranches(RecipeFile.Read(args[0], []))}";
    (string Name, string[] Settings)[] all =
    [
        ("brnet", []),
        ("no-branches", [plain]),
        ("no-skips", ["options.skips=false"]),
        ("relu", ["options.activation=relu"]),
        ("neither", [plain, "options.skips=false", "options.activation=relu"]),
        ("ibrnet", ["architecture=ibrnet"]),
    ];
    int seeds = args.Length > 3 ? int.Parse(args[3]) : 3;
    var variants = args.Length > 4 ? [.. all.Where(variant => args[4..].Contains(variant.Name))] : all;
    if (!File.Exists(args[2])) File.WriteAllText(args[2], Header + "\n");
    for (int seed = 1; seed <= seeds; seed++)
        foreach (var (name, settings) in variants)
            if (!Rows().Any(row => row[0] == name && row[1] == $"{seed}"))
                File.AppendAllText(args[2], Train(name, seed, [$"folder={args[1]}", $"seed={seed}", .. settings]) + "\n");
}
catch (InputException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

Console.WriteLine($"{"variant",-12}{"parameters",11}{"test MAE ± sd",19}{"median",9}{"best epoch",12}{"epochs",8}{"seconds",9}{"n",4}");
foreach (var runs in Rows().GroupBy(row => row[0]))
{
    double[] errors = Column(runs, 5);
    double mean = errors.Average();
    double deviation = Math.Sqrt(errors.Sum(error => (error - mean) * (error - mean)) / Math.Max(1, errors.Length - 1));
    Console.WriteLine($"{runs.Key,-12}{Column(runs, 2)[0],11:N0}{mean,10:F4} ± {deviation:F4}{Column(runs, 6).Average(),9:F4}"
        + $"{Column(runs, 8).Average(),12:F0}{Column(runs, 7).Average(),8:F0}{Column(runs, 9).Average(),9:F0}{errors.Length,4}");
}

return 0;

string[][] Rows() => [.. File.ReadLines(args[2]).Skip(1).Select(line => line.Split(','))];

static double[] Column(IEnumerable<string[]> rows, int index) => [.. rows.Select(row => double.Parse(row[index]))];

// 1024x2+2 has two branches of two layers; without branches it is one of four.
static string WithoutBranches(Recipe recipe)
{
    string layers = ModelCatalog.Architecture(recipe.Architecture).Describe(RecipeFile.OptionsOf(recipe)).Single(option => option.Name == "layers").Value!.GetValue<string>();
    return string.Join('-', layers.Split('-').Select(block => block.Split('x') is [var width, var branches] ? $"{width}x{branches.Split('+').Sum(int.Parse)}" : block));
}

string Train(string name, int seed, string[] settings)
{
    Recipe recipe = RecipeFile.Read(args[0], settings);
    var watch = new Best();
    var clock = Stopwatch.StartNew();
    ModelDescription model = new RecipeRunner(recipe) { Epochs = watch }.Run().Description;
    Measurement test = model.Measurements[0];
    string row = $"{name},{seed},{ModelCatalog.Architecture(recipe.Architecture).CountParameters(RecipeFile.OptionsOf(recipe))},{model.Training!.TrainingRows},"
        + $"{test.Regression!.Count},{test.Regression.MeanAbsoluteError:R},{test.Regression.MedianPredictorError:R},{model.Training.Epochs},{watch.Epoch},{clock.Elapsed.TotalSeconds:F1}";
    Console.Error.WriteLine(row);
    return row;
}

internal sealed class Best : IProgress<MemberReport>
{
    public int Epoch { get; private set; }

    public void Report(MemberReport value)
    {
        if (value.Epoch is { Best: true } epoch) Epoch = epoch.Epoch;
    }
}
