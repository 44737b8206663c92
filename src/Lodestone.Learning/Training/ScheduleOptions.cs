namespace Lodestone.Learning.Training;

/// <summary>The course of the learning rate. Every option is a multiple of the optimizer's learning rate or counts epochs.</summary>
public sealed record ScheduleOptions
{
    /// <summary>Which schedule.</summary>
    public ScheduleName Name { get; init; } = ScheduleName.Cosine;

    /// <summary>Epochs, or a part of one, in which the rate first rises in equal steps from zero. Not for one-cycle, which rises by
    /// itself.</summary>
    public double WarmUpEpochs { get; init; } = 0.5;

    /// <summary>Cosine and one-cycle: what the rate ends at.</summary>
    public double Final { get; init; } = 0.01;

    /// <summary>One-cycle: what the rate begins at.</summary>
    public double Initial { get; init; } = 0.04;

    /// <summary>One-cycle: the part of all steps in which the rate rises.</summary>
    public double Rise { get; init; } = 0.3;

    /// <summary>Step: the epochs, counted from zero, before which the rate is multiplied by <see cref="Factor"/>.</summary>
    public IReadOnlyList<int> Milestones { get; init; } = [];

    /// <summary>Step and plateau: what the rate is multiplied by.</summary>
    public double Factor { get; init; } = 0.1;

    /// <summary>Plateau: epochs without a new lowest monitored number after which the rate is multiplied.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>Plateau: the rate never falls below this.</summary>
    public double Minimum { get; init; } = 1e-4;

    internal void Check()
    {
        Require.That(WarmUpEpochs is >= 0 and < double.PositiveInfinity, "warm-up epochs", WarmUpEpochs, "0 or more");
        Require.That(Final is >= 0 and <= 1, "final rate", Final, "between 0 and 1");
        Require.That(Initial is >= 0 and <= 1, "initial rate", Initial, "between 0 and 1");
        Require.That(Rise is > 0 and < 1, "rise", Rise, "above 0 and below 1");
        Require.That(Factor is > 0 and < 1, "factor", Factor, "above 0 and below 1");
        Require.That(Patience > 0, "plateau patience", Patience, "1 or more");
        Require.That(Minimum is >= 0 and <= 1, "minimum rate", Minimum, "between 0 and 1");
    }
}
