using TorchSharp;

namespace Lodestone.Learning.Heads;

/// <summary>
/// Gives the outputs of a network their meaning for one target: the loss while training, the estimate afterwards.
/// Heads work on scaled targets, (y − center) / scale; <see cref="Scaler"/> is fitted on the training rows.
/// </summary>
public abstract class TargetHead
{
    /// <summary>Makes a head.</summary>
    protected TargetHead(Target target, Scaler scaler)
    {
        Target = target;
        Scaler = scaler;
    }

    /// <summary>The target.</summary>
    public Target Target { get; }

    /// <summary>The scaling of the target.</summary>
    public Scaler Scaler { get; }

    /// <summary>How many outputs of the network belong to this target.</summary>
    public abstract int Width { get; }

    /// <summary>The loss of each row.</summary>
    /// <param name="raw">Outputs of the network, [rows, <see cref="Width"/>].</param>
    /// <param name="scaled">Scaled target values, [rows]; every row has one.</param>
    /// <returns>[rows]</returns>
    public abstract torch.Tensor Loss(torch.Tensor raw, torch.Tensor scaled);

    /// <summary>The estimate of one row, in the unit of the target, without an interval.</summary>
    /// <param name="raw">Outputs of the network for the row, [<see cref="Width"/>].</param>
    public abstract Estimate Interpret(ReadOnlySpan<float> raw);
}

/// <summary>Linear scaling of a target: scaled = (value − center) / scale.</summary>
/// <param name="Center">In the unit of the target.</param>
/// <param name="Scale">In the unit of the target; positive.</param>
public readonly record struct Scaler(double Center, double Scale);
