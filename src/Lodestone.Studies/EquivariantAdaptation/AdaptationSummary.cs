namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>Numbers over seeds.</summary>
public static class AdaptationSummary
{
    /// <summary>The mean, and the deviation of a sample; 0 for one number.</summary>
    public static (double Mean, double Deviation) Of(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Count - 1)));
    }
}
