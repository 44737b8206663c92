using Lodestone.Matter;

namespace Lodestone.Learning.Heads;

/// <summary>Linear scaling of a target: scaled = (value − center) / scale.</summary>
/// <param name="Center">In the unit of the target.</param>
/// <param name="Scale">In the unit of the target; positive.</param>
public readonly record struct Scaler(double Center, double Scale)
{
    /// <summary>A median absolute deviation times this is the standard deviation of a normal distribution: 1/Φ⁻¹(¾).</summary>
    private const double NormalConsistency = 1.482602218505602;

    /// <summary>The scaled value.</summary>
    /// <param name="value">In the unit of the target.</param>
    public double Apply(double value) => (value - Center) / Scale;

    /// <summary>
    /// Fits a scaler on training rows. A class is not scaled. Moments keep 0 where it is and are divided by their root mean
    /// square. The zero-inflated head keeps 0 where it is and divides by the root mean
    /// square of the values above the threshold. Every other head is centred.
    /// </summary>
    /// <param name="target">The target; its head decides.</param>
    /// <param name="values">Present values of the training rows, in the unit of the target.</param>
    /// <param name="robust">Median and median absolute deviation instead of mean and standard deviation. Where more than half of the values
    /// are equal, that deviation is zero and the standard deviation is taken.</param>
    /// <exception cref="InputException">There is no value.</exception>
    public static Scaler Fit(Target target, IEnumerable<double> values, bool robust = false)
    {
        double[] all = [.. values];
        if (all.Length == 0)
            throw new InputException($"No training row has a value of the target '{target.Name}'; give more rows, or split them in another way.");
        return target.Head switch
        {
            _ when target.IsClass => new Scaler(0, 1),
            SpinFlip.Head => new Scaler(0, Positive(RootMeanSquare(all, 0))),
            "hurdle" => new Scaler(0, Positive(RootMeanSquare(all.Where(value => value > target.Threshold), 0))),
            _ when robust && MedianDeviation(all) is (var median, > 0 and var deviation) =>
                new Scaler(median, NormalConsistency * deviation),
            _ => new Scaler(all.Average(), Positive(RootMeanSquare(all, all.Average()))),
        };
    }

    private static double Positive(double scale) => scale > 0 ? scale : 1;

    private static double RootMeanSquare(IEnumerable<double> values, double center) =>
        Math.Sqrt(values.Select(value => (value - center) * (value - center)).DefaultIfEmpty(0).Average());

    private static (double Median, double Deviation) MedianDeviation(double[] values)
    {
        double median = Median(values);
        return (median, Median([.. values.Select(value => Math.Abs(value - median))]));
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
