using Lodestone.Matter;
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

    /// <summary>The outputs that it reads, where those of its neighbours belong to the same column: how many before its own first one, and how many in all.</summary>
    public virtual (int Before, int Count) Read => (0, Width);

    /// <summary>Names that <see cref="Create"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["l1", "mse", "huber", "laplace", "gaussian", "quantile", "hurdle", "class", SpinFlip.Head];

    /// <summary>Makes the head that a target names.</summary>
    /// <exception cref="InputException">No head has that name.</exception>
    public static TargetHead Create(Target target, Scaler scaler) => target.Head switch
    {
        "l1" => new PointHead(target, scaler, PointLoss.L1),
        "mse" => new PointHead(target, scaler, PointLoss.Mse),
        "huber" => new PointHead(target, scaler, PointLoss.Huber),
        "laplace" => new LaplaceHead(target, scaler),
        "gaussian" => new GaussianHead(target, scaler),
        "quantile" => new QuantileHead(target, scaler),
        "hurdle" => new HurdleHead(target, scaler),
        "class" => new ClassHead(target, scaler),
        Target.WordHead => throw new InputException($"The head '{Target.WordHead}' is for columns of words, which get it by themselves; leave the head of '{target.Name}' out."),
        SpinFlip.Head when target.Level == TargetLevel.Site => new MomentHead(target, scaler),
        SpinFlip.Head => throw new InputException($"The head '{SpinFlip.Head}' is for moments of sites; give the target '{target.Name}' the level 'site', or another head."),
        _ => throw new InputException(
            $"The target '{target.Name}' asks for an unknown head '{target.Head}'; use one of {string.Join(", ", Names)}.{Suggestion.Ask(target.Head, Names)}"),
    };

    /// <summary>Makes the heads of targets, those of the words of one column together.</summary>
    /// <param name="targets">The targets; the words of a column follow each other.</param>
    /// <exception cref="InputException">No head has the name that a target asks for.</exception>
    public static IEnumerable<TargetHead> CreateAll(IReadOnlyList<(Target Target, Scaler Scaler)> targets)
    {
        for (int i = 0; i < targets.Count; i++)
        {
            var (target, scaler) = targets[i];
            if (target.Word is null)
            {
                yield return Create(target, scaler);
                continue;
            }

            int first = i, end = i + 1;
            while (first > 0 && IsOfColumn(first - 1)) first--;
            while (end < targets.Count && IsOfColumn(end)) end++;
            yield return new SoftmaxHead(target, scaler, i - first, end - first);

            bool IsOfColumn(int other) => targets[other].Target is { Word: not null } word && word.Column == target.Column;
        }
    }

    /// <summary>The loss of each row.</summary>
    /// <param name="raw">Outputs of the network, [rows, outputs of <see cref="Read"/>].</param>
    /// <param name="scaled">Scaled target values, [rows]; every row has one.</param>
    /// <returns>[rows]</returns>
    public abstract torch.Tensor Loss(torch.Tensor raw, torch.Tensor scaled);

    /// <summary>The losses of rows that belong to materials: of each row by itself, where the head says nothing else.</summary>
    /// <param name="raw">Outputs of the network, [rows, outputs of <see cref="Read"/>].</param>
    /// <param name="scaled">Scaled target values, [rows]; every row has one.</param>
    /// <param name="materials">The material of each row, numbered from 0 without gaps, ascending: [rows].</param>
    /// <returns>[losses]</returns>
    public virtual torch.Tensor Loss(torch.Tensor raw, torch.Tensor scaled, long[] materials) => Loss(raw, scaled);

    /// <summary>The estimate of one row, in the unit of the target, without an interval.</summary>
    /// <param name="raw">Outputs of the network for the row, those of <see cref="Read"/>.</param>
    public abstract Estimate Interpret(ReadOnlySpan<float> raw);

    /// <summary>An estimate in the unit of the target, its mean clipped to <see cref="Target.Minimum"/>.</summary>
    /// <param name="mean">Scaled mean.</param>
    /// <param name="deviation">Scaled standard deviation.</param>
    protected Estimate Unscale(double mean, double deviation)
    {
        double value = Scaler.Center + Scaler.Scale * mean;
        return new Estimate(Target.Minimum is { } minimum ? Math.Max(value, minimum) : value, Scaler.Scale * deviation, 0, null);
    }
}
