using Lodestone.Data;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Objectives;
using Lodestone.Learning.Training;

namespace Lodestone.Learning.Tests.Training;

/// <summary>Small regression problems.</summary>
internal static class Toy
{
    public const int Inputs = 4;

    /// <summary>Random vectors; target t is 3 + (t + 1)·(x₀ + x₁²).</summary>
    public static TrainingSet<Vectors> Set(int rows, int targets = 1, ulong seed = 7, Func<int, int, bool>? missing = null)
    {
        RandomGenerator random = new Seeds(seed).Generator();
        var samples = new Vectors[rows];
        var values = new double?[rows, targets];
        for (int row = 0; row < rows; row++)
        {
            samples[row] = new Vectors(Inputs, [.. Enumerable.Range(0, Inputs).Select(_ => (float)random.NextNormal())]);
            float[] x = samples[row].Values;
            for (int target = 0; target < targets; target++)
                values[row, target] = missing?.Invoke(row, target) == true ? null : 3 + (target + 1) * (x[0] + x[1] * x[1]);
        }
        return new TrainingSet<Vectors>(samples, values);
    }

    public static Objective Objective(TrainingSet<Vectors> train, string head = "l1") => new(new HeadSet(Enumerable.Range(0, train.Targets)
        .Select(i => new Target($"target{i}") { Head = head })
        .Select((target, i) => TargetHead.Create(target, Scaler.Fit(target, train.Present(i))))));

    public static ToyNetwork Network(Objective objective, int hidden = 16, double dropout = 0, long seed = 1) =>
        new(Inputs, objective.Heads.Outputs, hidden, dropout, seed);

    public static TrainingOptions Options { get; } = new() { Epochs = 3, BatchSize = 16, Optimizer = new() { LearningRate = 1e-2 } };
}
