namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>What came out of the training of one network.</summary>
/// <param name="Network">Its name: <c>gnn</c>, <c>cn-gnn</c>, <c>egnn</c>, <c>mc-egnn-2</c>, ….</param>
/// <param name="Seed">Seed of its weights and of the order of the rows.</param>
/// <param name="Parameters">Number of trained parameters.</param>
/// <param name="Options">Sizes and epochs.</param>
/// <param name="BestEpoch">The epoch with the lowest error on the validation trajectories, whose weights are kept.</param>
/// <param name="ValidationError">Mean squared error of a coordinate on the validation trajectories in that epoch.</param>
/// <param name="TestError">Mean squared error of a coordinate on the test trajectories.</param>
/// <param name="TestCount">Number of test trajectories.</param>
/// <param name="TrainSeconds">Time spent in training steps.</param>
public sealed record NBodyResult(
    string Network, ulong Seed, long Parameters, NBodyOptions Options, int BestEpoch, double ValidationError, double TestError, int TestCount,
    double TrainSeconds);
