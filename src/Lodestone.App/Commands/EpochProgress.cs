using System.Globalization;
using Lodestone.App.Output;
using Lodestone.Learning.Training;
using Lodestone.Models.Catalog;

namespace Lodestone.App.Commands;

/// <summary>Shows the epochs of a training.</summary>
/// <param name="counter">Where they are counted.</param>
internal sealed class EpochProgress(WorkCounter counter) : IProgress<MemberReport>
{
    /// <summary>Called at the end of each epoch, on the thread that trains.</summary>
    public void Report(MemberReport report)
    {
        EpochReport epoch = report.Epoch;
        string loss = epoch.ValidationLoss is { } validation ? $"validation loss {Number(validation)}" : $"training loss {Number(epoch.TrainLoss)}";
        string member = report.Members > 1 ? string.Create(CultureInfo.InvariantCulture, $"member {report.Member + 1} of {report.Members}, ") : "";
        string speed = epoch.CrystalsPerSecond.ToString("N0", CultureInfo.InvariantCulture);
        string note = $"{member}{loss}, {speed} crystals/s";
        counter.Set((long)report.Member * epoch.Epochs + epoch.Epoch, (long)report.Members * epoch.Epochs, note);
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
