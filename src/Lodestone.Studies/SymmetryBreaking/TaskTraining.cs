using Lodestone.Data;
using Lodestone.Symmetry.Breaking;
using Lodestone.Symmetry.Layers;
using static TorchSharp.torch;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>Trains networks that differ only in how they treat symmetry: Adam at a constant rate, all data in each step.</summary>
public static class TaskTraining
{
    private const int Channels = 16;
    private const double LearningRate = 1e-2;

    /// <summary>Steps that are enough for every task here.</summary>
    public const int DefaultSteps = 400;

    /// <summary>Trains a network.</summary>
    /// <param name="task">The task.</param>
    /// <param name="model">How the network treats symmetry.</param>
    /// <param name="seed">Seed of weights and data.</param>
    /// <param name="steps">Optimizer steps.</param>
    /// <returns>The network, [rows, input dimension] → [rows, output dimension].</returns>
    public static nn.Module<Tensor, Tensor> Train(SymmetryTask task, SymmetryModel model, ulong seed, int steps = DefaultSteps)
    {
        var seeds = new Seeds(seed).For(task.Name);
        using var data = new Generator(unchecked((ulong)seeds.For("data").ToInt64()));
        random.manual_seed(seeds.For("weights").ToInt64());
        nn.Module<Tensor, Tensor> network = Create(task, model);
        using var scope = NewDisposeScope();
        Tensor rows = task.Data(data);
        OrbitFrames? frames = model == SymmetryModel.Relaxed ? OrbitFrames.Of(task.Input, task.Read(rows)) : null;
        using var optimizer = optim.Adam(network.parameters(), LearningRate);
        for (int step = 0; step < steps; step++)
        {
            using var stepScope = NewDisposeScope();
            Tensor inputs = task.Read(rows);
            Tensor outputs = frames is null ? network.forward(inputs) : ((RelaxedEquivariantMlp)network).Forward(inputs, frames);
            optimizer.zero_grad();
            task.Loss(rows, outputs, (double)step / steps).backward();
            optimizer.step();
        }
        return network;
    }

    /// <summary>Trains a network and measures it.</summary>
    /// <inheritdoc cref="Train"/>
    public static TaskResult Run(SymmetryTask task, SymmetryModel model, ulong seed, int steps = DefaultSteps)
    {
        using nn.Module<Tensor, Tensor> network = Train(task, model, seed, steps);
        return new TaskResult(task.Name, model, seed, Measure(task, network.forward));
    }

    internal static nn.Module<Tensor, Tensor> Create(SymmetryTask task, SymmetryModel model) => model switch
    {
        SymmetryModel.Equivariant => new EquivariantMlp(task.Input, task.Hidden, task.Output, Channels),
        SymmetryModel.Noise => new NoisyEquivariantMlp(task.Input, task.Breaker, task.Hidden, task.Output, Channels),
        _ => new RelaxedEquivariantMlp(task.Input, task.Breaker, task.Hidden, task.Output, Channels),
    };

    internal static double Measure(SymmetryTask task, Func<Tensor, Tensor> predict)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return task.Score(predict);
    }
}
