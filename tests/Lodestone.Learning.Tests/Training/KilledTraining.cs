using System.Diagnostics;
using Lodestone.Learning.Objectives;
using Lodestone.Learning.Training;

namespace Lodestone.Learning.Tests.Training;

/// <summary>A training in a process of its own, to be killed: this test program, asked for the one explicit test below.</summary>
public sealed class KilledTraining
{
    private const string FolderVariable = "LODESTONE_KILLED_TRAINING";

    private static readonly TrainingOptions Options = Toy.Options with
    {
        Epochs = 30,
        ClipNorm = 1,
        AverageDecay = 0.99,
        Keep = WeightsKept.Best,
        Monitor = Learning.Training.Monitor.MeanAbsoluteError,
        Schedule = new ScheduleOptions { Name = ScheduleName.Plateau, Patience = 3, Factor = 0.7 },
    };

    /// <summary>Starts or resumes the training whose checkpoint is in a folder.</summary>
    public static Process Start(string folder)
    {
        string program = Path.Combine(AppContext.BaseDirectory, typeof(KilledTraining).Assembly.GetName().Name!);
        var start = new ProcessStartInfo(program, ["-explicit", "only", "-method", $"{typeof(KilledTraining).FullName}.{nameof(Trains)}"])
        {
            RedirectStandardOutput = true,
            Environment = { [FolderVariable] = folder },
        };
        return Process.Start(start)!;
    }

    public static string CheckpointFile(string folder) => Path.Combine(folder, "run.checkpoint");

    public static string WeightsFile(string folder) => Path.Combine(folder, "weights.bin");

    /// <summary>Trains, storing the state after every step, and writes the final weights.</summary>
    public static byte[] Train(string folder)
    {
        TrainingSet<Vectors> train = Toy.Set(150, 2, missing: (row, target) => (row + target) % 4 == 0);
        Objective objective = Toy.Objective(train, "laplace");
        using ToyNetwork network = Toy.Network(objective, dropout: 0.2);
        var checkpoint = new CheckpointOptions(CheckpointFile(folder)) { Resume = true, Interval = TimeSpan.Zero };
        new Trainer<Vectors>(network, objective, Options) { Checkpoint = checkpoint }.Fit(train, Toy.Set(40, 2, seed: 8));
        return network.State();
    }

    [Fact(Explicit = true)]
    public void Trains()
    {
        string? folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.SkipWhen(folder is null, "Only for the test that kills it.");
        File.WriteAllBytes(WeightsFile(folder), Train(folder));
    }
}
