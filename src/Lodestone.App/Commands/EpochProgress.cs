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
    private readonly Dictionary<int, double> _done = [];
    private string _note = "";

    /// <summary>Called at the end of each round and now and then within one, on the thread that trains.</summary>
    public void Report(MemberReport report)
    {
        lock (_lock)
        {
            double done = report.Done + report.Part;
            bool resumed = !_done.ContainsKey(report.Member) && done > 1;
            _done[report.Member] = done;
            if (report.Part == 0) _note = Describe(report);
            counter.Set(_done.Values.Sum(), (long)report.Members * report.Total, _note);
            if (resumed) counter.Begin();
        }
    }

    private static string Describe(MemberReport report)
    {
        string member = report.Members > 1 ? string.Create(CultureInfo.InvariantCulture, $"member {report.Member + 1} of {report.Members}") : "";
        return report.Epoch is { } epoch ? string.Join(", ", new[] { member, Describe(epoch) }.Where(part => part.Length > 0)) : member;
    }

    private static string Describe(EpochReport epoch)
    {
        string loss = epoch.ValidationLoss is { } validation ? $"validation loss {Number(validation)}" : $"training loss {Number(epoch.TrainLoss)}";
        return $"{loss}, {epoch.CrystalsPerSecond.ToString("N0", CultureInfo.InvariantCulture)} materials/s";
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
