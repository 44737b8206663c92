namespace Lodestone.Learning.Training;

/// <summary>The optimizer and its hyper-parameters.</summary>
public sealed record OptimizerOptions
{
    /// <summary>Which optimizer.</summary>
    public OptimizerName Name { get; init; } = OptimizerName.AdamW;

    /// <summary>The learning rate that the schedule multiplies.</summary>
    public double LearningRate { get; init; } = 3e-3;

    /// <summary>Weight decay of every parameter: added to the gradient as decay × weight (Adam, SGD), or each step
    /// takes learning rate × decay × weight away (AdamW).</summary>
    public double WeightDecay { get; init; } = 1e-5;

    /// <summary>Adam and AdamW: decay of the running mean of the gradient, β₁, a step.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Adam and AdamW: decay of the running mean of the squared gradient, β₂, a step.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Adam and AdamW: added to the root of the squared gradient, ε.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>SGD: momentum μ.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>SGD: take the gradient where the momentum leads (Nesterov).</summary>
    public bool Nesterov { get; init; }

    internal void Check()
    {
        Require.That(LearningRate is > 0 and < double.PositiveInfinity, "learning rate", LearningRate, "a positive number");
        Require.That(WeightDecay is >= 0 and < double.PositiveInfinity, "weight decay", WeightDecay, "0 or more");
        Require.That(Beta1 is >= 0 and < 1, "beta1", Beta1, "at least 0 and below 1");
        Require.That(Beta2 is >= 0 and < 1, "beta2", Beta2, "at least 0 and below 1");
        Require.That(Epsilon is > 0 and < double.PositiveInfinity, "epsilon", Epsilon, "a positive number");
        Require.That(Momentum is >= 0 and < 1, "momentum", Momentum, "at least 0 and below 1");
    }
}
