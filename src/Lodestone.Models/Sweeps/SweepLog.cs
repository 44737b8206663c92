using System.Globalization;
using Lodestone.Learning.Training;
using Lodestone.Models.Catalog;

namespace Lodestone.Models.Sweeps;

/// <summary>
/// The epochs of one run as a table, <c>member,epoch,seconds,train_loss,validation_loss,best</c>, one line added at the end of each. An
/// interrupted run may repeat epochs: the last line of an epoch counts.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="next">Told of each epoch afterwards.</param>
internal sealed class SweepLog(string path, IProgress<MemberReport>? next) : IProgress<MemberReport>
{
    private const string Header = "member,epoch,seconds,train_loss,validation_loss,best";
    private readonly Lock _lock = new();

    /// <summary>Adds the line of an epoch.</summary>
    public void Report(MemberReport value)
    {
        if (value.Epoch is { } epoch)
            lock (_lock)
            {
                if (!File.Exists(path)) File.WriteAllText(path, Header + "\n");
                File.AppendAllText(path, Line(value.Member, epoch) + "\n");
            }
        next?.Report(value);
    }

    /// <summary>Sums up: seconds of all epochs, and the latest epoch of any member that was its best; null without epochs.</summary>
    public (double Seconds, int BestEpoch)? Summarize()
    {
        if (!File.Exists(path)) return null;
        string[][] epochs = [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',')).GroupBy(cells => (cells[0], cells[1])).Select(lines => lines.Last())];
        double seconds = epochs.Sum(cells => double.Parse(cells[2], CultureInfo.InvariantCulture));
        int best = epochs.Where(cells => cells[5] == "1").Select(cells => int.Parse(cells[1], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
        return (seconds, best);
    }

    private static string Line(int member, EpochReport epoch) => string.Create(CultureInfo.InvariantCulture,
        $"{member},{epoch.Epoch},{epoch.Seconds:F3},{epoch.TrainLoss:G6},{epoch.ValidationLoss:G6},{(epoch.Best ? 1 : 0)}");
}
