namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>What came out of the training of one network on one task.</summary>
/// <param name="Task">Name of the task.</param>
/// <param name="Model">How the network treats symmetry.</param>
/// <param name="Seed">Seed of weights and data.</param>
/// <param name="Score">The score; see <see cref="SymmetryTask.Metric"/>.</param>
public sealed record TaskResult(string Task, SymmetryModel Model, ulong Seed, double Score);
