#:project ../src/Lodestone.Studies/Lodestone.Studies.csproj
#:property PublishAot=false

// Of the epochs of one training, is it better to average the predictions or the weights? (arXiv:2407.18847)
//   dotnet run -c Release examples/checkpoint-ensembles.cs -- DATA TARGET[,TARGET2…] FOLDER [EPOCHS [SEEDS]]
// Trains CGCNN, or with several targets MT-CGCNN, once a seed. The results are kept in FOLDER; the same command goes on with the seeds that are
// missing.
using System.Globalization;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Studies.CheckpointEnsembles;

if (args.Length is < 3 or > 5)
{
    Console.Error.WriteLine("Usage: checkpoint-ensembles DATA TARGET[,TARGET2…] FOLDER [EPOCHS [SEEDS]]");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    var options = new EnsembleOptions { Targets = args[1].Split(',') };
    if (args.Length > 3) options = options with { Epochs = int.Parse(args[3]) };
    int seeds = args.Length > 4 ? int.Parse(args[4]) : 3;
    var study = new EnsembleStudy(args[0], options, args[2]);
    EnsembleRun[] runs = [.. Enumerable.Range(1, seeds).Select(seed => study.Run((ulong)seed, new Lines(seed)))];

    Console.WriteLine($"{runs[0].Rows.Train} rows to learn from, {runs[0].Rows.Test} to measure on; {runs.Average(run => run.TrainSeconds):F0} s a training");
    Console.WriteLine($"{"target",-28}{"method",-20}{"K",4}{"test MAE ± sd",20}{"against best epoch",20}{"spread",9}{"passes",8}");
    foreach (string target in options.Targets)
    {
        Console.WriteLine($"{target,-28}{"median of training",-20}{"",4}{runs[0].MedianErrors[target],10:F5}");
        foreach (var group in runs.SelectMany(run => run.Ensembles.Where(row => row.Target == target)
            .Select(row => (Row: row, Best: run.Ensembles.First(best => best.Target == target).TestError))).GroupBy(pair => (pair.Row.Method, pair.Row.Size)))
        {
            double[] errors = [.. group.Select(pair => pair.Row.TestError)];
            double[] ratios = [.. group.Select(pair => pair.Row.TestError / pair.Best - 1)];
            Console.WriteLine($"{target,-28}{group.Key.Method,-20}{group.Key.Size,4}{errors.Average(),10:F5} ± {Deviation(errors):F5}"
                + $"{ratios.Average(),10:P1} ± {Deviation(ratios):P1}{group.Average(pair => pair.Row.Spread),9:F5}{group.First().Row.Passes,8}");
        }
        foreach (EnsembleRow row in study.OfSeeds(runs).Where(row => row.Target == target))
            Console.WriteLine($"{target,-28}{row.Method,-20}{row.Size,4}{row.TestError,10:F5}{"",30}{row.Spread,9:F5}{row.Passes,8}");
    }
    return 0;
}
catch (InputException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
catch (FormatException)
{
    Console.Error.WriteLine("EPOCHS and SEEDS are whole numbers.");
    return 2;
}

static double Deviation(double[] values) =>
    Math.Sqrt(values.Sum(value => (value - values.Average()) * (value - values.Average())) / Math.Max(1, values.Length - 1));

internal sealed class Lines(int seed) : IProgress<EpochReport>
{
    public void Report(EpochReport value) =>
        Console.Error.WriteLine($"seed {seed} epoch {value.Epoch}/{value.Epochs}: train {value.TrainLoss:F4}, validation {value.ValidationLoss:F4}, {value.Seconds:F1} s");
}
