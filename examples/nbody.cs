#:project ../src/Lodestone.Studies/Lodestone.Studies.csproj
#:property PublishAot=false

// Charged particles: do several vector channels predict better than one (arXiv:2309.03139), and does a canonicalized network that knows nothing of
// rotations, cn-gnn, keep up with the equivariant ones (arXiv:2211.06489)?
//   dotnet run -c Release examples/nbody.cs -- FOLDER [EPOCHS [SEEDS]]
// Six networks, one after the other for each seed. Everything is kept in FOLDER; the same command goes on where it was stopped.
using System.Globalization;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Studies.MultiChannelEgnn;

if (args.Length is 0 or > 3)
{
    Console.Error.WriteLine("Usage: nbody FOLDER [EPOCHS [SEEDS]]");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
try
{
    var options = new NBodyOptions();
    if (args.Length > 1) options = options with { Epochs = int.Parse(args[1]) };
    int seeds = args.Length > 2 ? int.Parse(args[2]) : 3;
    var study = new NBodyStudy(options, args[0]);
    var results = new List<NBodyResult>();
    for (ulong seed = 1; seed <= (ulong)seeds; seed++)
        foreach (string network in NBodyStudy.Networks)
            results.Add(study.Run(network, seed, new Lines(network, seed), stop.Token));

    Console.WriteLine($"{"network",-12}{"parameters",11}{"test MSE, mean",16}{"min",9}{"max",9}{"s/epoch",9}");
    foreach (var runs in results.GroupBy(result => result.Network))
        Console.WriteLine($"{runs.Key,-12}{runs.First().Parameters,11:N0}{runs.Average(run => run.TestError),16:F5}{runs.Min(run => run.TestError),9:F5}"
            + $"{runs.Max(run => run.TestError),9:F5}{runs.Average(run => run.TrainSeconds / run.Options.Epochs),9:F2}");
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
catch (OperationCanceledException)
{
    Console.Error.WriteLine($"The state is kept in {args[0]}; the same command goes on from there.");
    return 130;
}

internal sealed class Lines(string network, ulong seed) : IProgress<EpochReport>
{
    public void Report(EpochReport value) =>
        Console.Error.WriteLine($"{network} seed {seed} epoch {value.Epoch}/{value.Epochs}: train {value.TrainLoss:F5}, validation {value.ValidationLoss:F5}, {value.Seconds:F1} s");
}
