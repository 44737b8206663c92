using System.Globalization;
using Lodestone.App.Output;
using Lodestone.Learning.Training;
using Lodestone.Models.Catalog;

namespace Lodestone.App.Commands;

/// <summary>Shows how far a training is: the rounds of all members together, which train side by side.</summary>
/// <param name="counter">Where they are counted.</param>
internal sealed class EpochProgress(WorkCounter counter) : IProgress<MemberReport>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, int> _done = [];

    /// <summary>Called at the end of each round, on the thread that trains.</summary>
    public void Report(MemberReport report)
    {
        lock (_lock)
        {
            bool resumed = !_done.ContainsKey(report.Member) && report.Done > 1;
            _done[report.Member] = report.Done;
            string member = report.Members > 1 ? string.Create(CultureInfo.InvariantCulture, $"member {report.Member + 1} of {report.Members}") : "";
            string note = report.Epoch is { } epoch ? string.Join(", ", new[] { member, Describe(epoch) }.Where(part => part.Length > 0)) : member;
            counter.Set(_done.Values.Sum(), (long)report.Members * report.Total, note);
            if (resumed) counter.Begin();
        }
    }

    private static string Describe(EpochReport epoch)
    {
        string loss = epoch.ValidationLoss is { } validation ? $"validation loss {Number(validation)}" : $"training loss {Number(epoch.TrainLoss)}";
        return $"{loss}, {epoch.CrystalsPerSecond.ToString("N0", CultureInfo.InvariantCulture)} materials/s";
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
