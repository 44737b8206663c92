using TorchSharp;

namespace Lodestone.Learning.Training.Optimizers;

/// <summary>Turns gradients into new parameters.</summary>
internal abstract class Optimizer : IDisposable
{
    /// <summary>What it remembers between steps, by name; each of the shape of the parameters.</summary>
    public abstract IReadOnlyDictionary<string, torch.Tensor> State { get; }

    /// <summary>Makes the optimizer of the options.</summary>
    public static Optimizer Create(OptimizerOptions options, torch.Tensor parameters) => options.Name switch
    {
        OptimizerName.Sgd => new Sgd(options, parameters),
        _ => new Adam(options, parameters),
    };

    /// <summary>One step, in place.</summary>
    /// <param name="parameters">[numbers]</param>
    /// <param name="gradients">[numbers]; may be changed.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="step">Number of the step, counted from 1.</param>
    public abstract void Step(torch.Tensor parameters, torch.Tensor gradients, double rate, long step);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (torch.Tensor tensor in State.Values)
            tensor.Dispose();
    }
}
