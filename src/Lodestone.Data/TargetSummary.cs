namespace Lodestone.Data;

/// <summary>How the values of a property are distributed, in the unit of the property. Statistics are null where there is no value.</summary>
/// <param name="Name">The property.</param>
/// <param name="Count">How many values there are.</param>
/// <param name="Missing">How many entries have none.</param>
/// <param name="Minimum">The smallest value.</param>
/// <param name="Median">The middle value; the mean of the two middle ones where their number is even.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Maximum">The largest value.</param>
public sealed record TargetSummary(string Name, int Count, int Missing, double? Minimum, double? Median, double? Mean, double? Maximum)
{
    /// <summary>Summarizes values.</summary>
    /// <param name="name">The property.</param>
    /// <param name="values">One an entry; null where missing.</param>
    public static TargetSummary Of(string name, IEnumerable<double?> values)
    {
        var present = new List<double>();
        int missing = 0;
        foreach (double? value in values)
        {
            if (value is { } number) present.Add(number);
            else missing++;
        }
        if (present.Count == 0) return new TargetSummary(name, 0, missing, null, null, null, null);
        double mean = present.Average();
        present.Sort();
        double median = (present[(present.Count - 1) / 2] + present[present.Count / 2]) / 2;
        return new TargetSummary(name, present.Count, missing, present[0], median, mean, present[^1]);
    }
}
