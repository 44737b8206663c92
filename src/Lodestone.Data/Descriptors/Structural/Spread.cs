namespace Lodestone.Data.Descriptors.Structural;

/// <summary>Mean, standard deviation, smallest and largest of some numbers; NaN without any.</summary>
internal readonly record struct Spread(double Mean, double Deviation, double Low, double High)
{
    public static Spread Of(ReadOnlySpan<double> numbers)
    {
        double mean = 0, squares = 0, low = double.PositiveInfinity, high = double.NegativeInfinity;
        if (numbers.IsEmpty) return new(double.NaN, double.NaN, double.NaN, double.NaN);
        foreach (double number in numbers) mean += number / numbers.Length;
        foreach (double number in numbers)
        {
            squares += (number - mean) * (number - mean);
            low = Math.Min(low, number);
            high = Math.Max(high, number);
        }

        return new(mean, Math.Sqrt(squares / numbers.Length), low, high);
    }

    /// <summary>Writes the four in their order.</summary>
    public void CopyTo(Span<double> values) => (values[0], values[1], values[2], values[3]) = (Mean, Deviation, Low, High);
}
