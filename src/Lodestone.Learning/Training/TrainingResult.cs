namespace Lodestone.Learning.Training;

/// <summary>How a training went.</summary>
/// <param name="History">One report an epoch, those before a resume included.</param>
/// <param name="KeptEpoch">The epoch, counted from 1, after which the network had the weights it has now.</param>
/// <param name="StoppedEarly">True when patience ran out before the last epoch.</param>
public sealed record TrainingResult(IReadOnlyList<EpochReport> History, int KeptEpoch, bool StoppedEarly);
