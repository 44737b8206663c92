using System.Diagnostics;
using Lodestone.Learning.Objectives;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Testing;

namespace Lodestone.Learning.Tests.Training;

public sealed class ResumeTests
{
    [Fact]
    public async Task A_run_killed_at_random_moments_ends_bit_equal_to_one_never_killed()
    {
        using var killed = new TemporaryFolder();
        using var whole = new TemporaryFolder();
        int kills = 0;
        for (int attempt = 0; attempt < 4; attempt++)
            kills += await KillAfterProgress(killed.Path) ? 1 : 0;
        Assert.True(kills >= 3, $"Only {kills} processes were killed in time.");
        using (Process last = KilledTraining.Start(killed.Path))
        {
            string output = await last.StandardOutput.ReadToEndAsync();
            await last.WaitForExitAsync();
            Assert.True(last.ExitCode == 0, output);
        }
        Assert.Equal(2, Directory.GetFiles(killed.Path).Length);
        Assert.Equal(KilledTraining.Train(whole.Path), File.ReadAllBytes(KilledTraining.WeightsFile(killed.Path)));
    }

    [Fact]
    public void A_cancelled_run_goes_on_where_it_stopped()
    {
        using var folder = new TemporaryFolder();
        TrainingSet<Vectors> train = Toy.Set(64);
        byte[] whole = Train(train, Toy.Options, null, default);
        for (int stop = 1; stop <= 3; stop++)
        {
            using var cancellation = new CancellationTokenSource();
            int steps = 0;
            Action cancel = () =>
            {
                if (++steps == 3) cancellation.Cancel();
            };
            Assert.Throws<OperationCanceledException>(() => Train(train, Toy.Options, Resume(folder), cancellation.Token, onStep: cancel));
        }
        Assert.Equal(whole, Train(train, Toy.Options, Resume(folder), default));
    }

    [Fact]
    public void Resuming_a_finished_run_gives_its_weights_and_history_again()
    {
        using var folder = new TemporaryFolder();
        TrainingSet<Vectors> train = Toy.Set(64);
        Objective objective = Toy.Objective(train);
        using ToyNetwork first = Toy.Network(objective), second = Toy.Network(objective, seed: 2);
        TrainingResult expected = Run(first), again = Run(second);
        Assert.Equal(first.State(), second.State());
        Assert.Equal(expected.History.Select(report => report.TrainLoss), again.History.Select(report => report.TrainLoss));

        TrainingResult Run(ToyNetwork network) =>
            new Trainer<Vectors>(network, objective, Toy.Options) { Checkpoint = Resume(folder) }.Fit(train);
    }

    [Fact]
    public void Without_resume_a_run_starts_anew()
    {
        using var folder = new TemporaryFolder();
        TrainingSet<Vectors> train = Toy.Set(64);
        Train(train, Toy.Options with { Seed = 1 }, Resume(folder), default);
        byte[] fresh = Train(train, Toy.Options, Resume(folder) with { Resume = false }, default);
        Assert.Equal(Train(train, Toy.Options, null, default), fresh);
    }

    [Fact]
    public void Another_training_is_refused_with_what_differs()
    {
        using var folder = new TemporaryFolder();
        TrainingSet<Vectors> train = Toy.Set(64);
        Train(train, Toy.Options, Resume(folder), default);
        TrainingOptions faster = Toy.Options with { Optimizer = Toy.Options.Optimizer with { LearningRate = 0.5 } };
        Assert.Contains("other training options (Optimizer.LearningRate 0.01 there, 0.5 here)", Refusal(train, faster, Resume(folder)));
        TrainingSet<Vectors> fewer = Toy.Set(64, missing: (row, _) => row == 9);
        Assert.Contains("other training or validation rows", Refusal(fewer, Toy.Options, Resume(folder)));
        Assert.Contains("another recipe", Refusal(train, Toy.Options, Resume(folder) with { Identity = "cutoff 6" }));
        Assert.Contains("other targets, heads or scalers", Refusal(train, Toy.Options, Resume(folder), head: "mse"));
    }

    [Fact]
    public void A_file_that_is_no_checkpoint_is_refused()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("run.checkpoint", "not a checkpoint");
        Assert.Contains(path, Refusal(Toy.Set(64), Toy.Options, Resume(folder)));
    }

    private static CheckpointOptions Resume(TemporaryFolder folder) => new(Path.Combine(folder.Path, "run.checkpoint")) { Resume = true };

    private static string Refusal(TrainingSet<Vectors> train, TrainingOptions options, CheckpointOptions checkpoint, string head = "l1") =>
        Assert.Throws<InputException>(() => Train(train, options, checkpoint, default, head)).Message;

    private static byte[] Train(
        TrainingSet<Vectors> train,
        TrainingOptions options,
        CheckpointOptions? checkpoint,
        CancellationToken cancellation,
        string head = "l1",
        Action? onStep = null)
    {
        Objective objective = Toy.Objective(train, head);
        using ToyNetwork network = Toy.Network(objective, dropout: 0.2);
        network.OnForward = onStep;
        new Trainer<Vectors>(network, objective, options) { Checkpoint = checkpoint }.Fit(train, null, null, cancellation);
        return network.State();
    }

    private static async Task<bool> KillAfterProgress(string folder)
    {
        var before = File.GetLastWriteTimeUtc(KilledTraining.CheckpointFile(folder));
        using Process training = KilledTraining.Start(folder);
        while (!training.HasExited && File.GetLastWriteTimeUtc(KilledTraining.CheckpointFile(folder)) == before)
            await Task.Delay(1);
        await Task.Delay(Random.Shared.Next(200));
        bool running = !training.HasExited;
        training.Kill();
        await training.WaitForExitAsync();
        return running;
    }
}
