namespace Lodestone.Learning.Training;

/// <summary>The learning rate of every step, as a multiple of the optimizer's.</summary>
/// <param name="options">The options.</param>
/// <param name="epochs">Epochs of the training.</param>
/// <param name="stepsPerEpoch">Steps of each.</param>
internal sealed class Schedule(ScheduleOptions options, int epochs, int stepsPerEpoch)
{
    private readonly long _total = (long)epochs * stepsPerEpoch;
    private readonly double _warmUp = options.Name == ScheduleName.OneCycle ? 0 : Math.Min(options.WarmUpEpochs, epochs) * stepsPerEpoch;

    /// <summary>The multiple at a step.</summary>
    /// <param name="step">Counted from 0.</param>
    /// <param name="plateau">What the plateau schedule has come down to.</param>
    public double At(long step, double plateau)
    {
        if (step + 1 < _warmUp) return (step + 1) / _warmUp;
        return options.Name switch
        {
            ScheduleName.Step => Math.Pow(options.Factor, options.Milestones.Count(milestone => step / stepsPerEpoch >= milestone)),
            ScheduleName.Cosine => HalfCosine(1, options.Final, (step - _warmUp) / (_total - _warmUp)),
            ScheduleName.OneCycle => OneCycle((double)step / _total),
            ScheduleName.Plateau => plateau,
            _ => 1,
        };
    }

    private double OneCycle(double progress) => progress < options.Rise
        ? HalfCosine(options.Initial, 1, progress / options.Rise)
        : HalfCosine(1, options.Final, (progress - options.Rise) / (1 - options.Rise));

    private static double HalfCosine(double from, double to, double progress) =>
        to + (from - to) * (1 + Math.Cos(Math.PI * Math.Clamp(progress, 0, 1))) / 2;
}
