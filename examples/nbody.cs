#:project ../src/Lodestone.Studies/Lodestone.Studies.csproj
#:property PublishAot=false

// Particles: do several vector channels predict better than one (arXiv:2309.03139), and does a canonicalized network that knows nothing of
// rotations compete with equivariant ones (arXiv:2211.06489)?
//   dotnet run -c Release examples/nbody.cs -- charged|solar FOLDER [EPOCHS [SEEDS]]
// Charged particles, or the Sun and its planets. The networks are trained one after the other for each seed. Everything is kept in FOLDER; the
// same command goes on where it was stopped.
using System.Globalization;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Studies.MultiChannelEgnn;

if (args.Length is < 2 or > 4 || args[0] is not ("charged" or "solar"))
{
    Console.Error.WriteLine("Usage: nbody charged|solar FOLDER [EPOCHS [SEEDS]]");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
try
{
    bool solar = args[0] == "solar";
    var options = solar ? new NBodyOptions { System = ParticleSystem.SolarSystem, Validation = 500, Test = 500 } : new NBodyOptions();
    if (args.Length > 2) options = options with { Epochs = int.Parse(args[2]) };
    int seeds = args.Length > 3 ? int.Parse(args[3]) : 3;
    var study = new NBodyStudy(options, args[1]);
    var results = new List<NBodyResult>();
    for (ulong seed = 1; seed <= (ulong)seeds; seed++)
        foreach (string network in NBodyStudy.Networks.Where(network => !solar || network.Contains("egnn")))
            results.Add(study.Run(network, seed, new Lines(network, seed), stop.Token));

    string number = solar ? "G3" : "F5";
    Console.WriteLine($"straight lines: test MSE {study.StraightLineError.ToString(number)}{(solar ? " of the mean squared distance that bodies move" : "")}");
    Console.WriteLine($"{"network",-12}{"parameters",11}{"test MSE, mean",16}{"min",10}{"max",10}{"s/epoch",9}");
    foreach (var runs in results.GroupBy(result => result.Network))
        Console.WriteLine($"{runs.Key,-12}{runs.First().Parameters,11:N0}{Number(runs.Average(run => run.TestError)),16}{Number(runs.Min(run => run.TestError)),10}"
            + $"{Number(runs.Max(run => run.TestError)),10}{runs.Average(run => run.TrainSeconds / run.Options.Epochs),9:F2}");
    return 0;

    string Number(double value) => value.ToString(number);
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
    Console.Error.WriteLine($"The state is kept in {args[1]}; the same command goes on from there.");
    return 130;
}

internal sealed class Lines(string network, ulong seed) : IProgress<EpochReport>
{
    public void Report(EpochReport value) =>
        Console.Error.WriteLine($"{network} seed {seed} epoch {value.Epoch}/{value.Epochs}: train {value.TrainLoss:G4}, validation {value.ValidationLoss:G4}, {value.Seconds:F1} s");
}
