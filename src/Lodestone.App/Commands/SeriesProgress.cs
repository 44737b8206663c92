using System.Globalization;
using Lodestone.App.Output;
using Lodestone.Models.Catalog;

namespace Lodestone.App.Commands;

/// <summary>Shows how far a series of trainings is.</summary>
/// <param name="counter">Where they are counted.</param>
internal sealed class SeriesProgress(WorkCounter counter) : IProgress<SeriesReport>
{
    /// <summary>Called at the start of each training and at the end of each round, on the thread that trains.</summary>
    public void Report(SeriesReport report)
    {
        string note = report.Name;
        if (report.Member is { } member)
        {
            if (member.Members > 1) note += string.Create(CultureInfo.InvariantCulture, $", member {member.Member + 1} of {member.Members}");
            note += string.Create(CultureInfo.InvariantCulture, $", round {member.Done} of {member.Total}");
            if (member.Epoch is { } epoch) note += string.Create(CultureInfo.InvariantCulture, $", loss {epoch.ValidationLoss ?? epoch.TrainLoss:G4}");
        }
        counter.Set(report.Finished, report.Trainings, note);
    }
}
