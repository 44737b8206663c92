using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Lodestone.Learning;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Objectives;
using Lodestone.Learning.Training;
using TorchSharp;
using TorchSharp.Modules;

namespace Lodestone.Models.Catalog;

/// <summary>Trains the members of an ensemble, several at once: one core each is faster than all cores on one, and gives the same numbers on any machine.</summary>
internal static class MemberTraining
{
    /// <summary>Trains every member in place.</summary>
    /// <returns>The epochs of each member.</returns>
    public static IReadOnlyList<IReadOnlyList<EpochReport>> Run<TBatch>(
        IReadOnlyList<Network<TBatch>> members, HeadSet heads, TrainingSet<TBatch> train, TrainingSet<TBatch> validation, TrainingTask task,
        IProgress<MemberReport>? progress, CancellationToken cancellation)
    {
        if (task.RunFolder is not null) Directory.CreateDirectory(task.RunFolder);
        int threads = torch.get_num_threads();
        var histories = new IReadOnlyList<EpochReport>[members.Count];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            // One after the other where a thread is free: a run that is cut short has whole members, the first ones.
            var order = Partitioner.Create(Enumerable.Range(0, members.Count), EnumerablePartitionerOptions.NoBuffering);
            Parallel.ForEach(order, new ParallelOptions { MaxDegreeOfParallelism = UsesRandomNumbers(members[0]) ? 1 : threads }, member =>
            {
                using var single = new SingleThread(threads); // a thread of the pool that meets torch here for the first time has no number of its own to go back to
                try
                {
                    histories[member] = Train(members, member, heads, train, validation, task, progress, stop.Token);
                }
                catch
                {
                    stop.Cancel();
                    throw;
                }
            });
        }
        catch (AggregateException e)
        {
            cancellation.ThrowIfCancellationRequested();
            Exception cause = e.Flatten().InnerExceptions.FirstOrDefault(inner => inner is not OperationCanceledException) ?? e.InnerExceptions[0];
            ExceptionDispatchInfo.Throw(cause);
        }

        return histories;
    }

    private static IReadOnlyList<EpochReport> Train<TBatch>(
        IReadOnlyList<Network<TBatch>> members, int member, HeadSet heads, TrainingSet<TBatch> train, TrainingSet<TBatch> validation,
        TrainingTask task, IProgress<MemberReport>? progress, CancellationToken cancellation)
    {
        TrainingOptions options = task.Training with { Seed = (ulong)task.Seeds.For("training").For(member).ToInt64() };
        var trainer = new Trainer<TBatch>(members[member], new Objective(heads), options)
        {
            StartCounts = task.StartFrom is not null,
            Position = progress is null ? null : new Steps(progress, member, members.Count),
            Checkpoint = task.RunFolder is null ? null : new CheckpointOptions(Path.Combine(task.RunFolder, $"member{member}.checkpoint"))
            {
                Resume = task.Resume,
                Identity = task.Identity,
            },
        };
        IProgress<EpochReport>? report = progress is null ? null : new Forward(progress, member, members.Count);
        return trainer.Fit(train, validation, report, cancellation).History;
    }

    /// <summary>torch has one random generator for all threads: networks that draw from it while training take turns.</summary>
    private static bool UsesRandomNumbers<TBatch>(Network<TBatch> network) => network.modules().Any(module => module is Dropout { p: > 0 });

    private sealed class Forward(IProgress<MemberReport> progress, int member, int members) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => progress.Report(new MemberReport(member, members, value.Epoch, value.Epochs, value));
    }

    /// <summary>Passes on how far an epoch is, now and then: most steps are shorter than anyone can see.</summary>
    private sealed class Steps(IProgress<MemberReport> progress, int member, int members) : IProgress<TrainingPosition>
    {
        private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);
        private readonly Stopwatch _since = Stopwatch.StartNew();

        public void Report(TrainingPosition value)
        {
            if (_since.Elapsed < Period || value.Batch == value.Batches) return;
            _since.Restart();
            progress.Report(new MemberReport(member, members, value.Epoch - 1, value.Epochs) { Part = (double)value.Batch / value.Batches });
        }
    }
}
