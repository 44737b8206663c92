namespace Lodestone.Data.Splits;

/// <summary>How large the parts of a split shall be, as shares of all rows; the rest is for training.</summary>
public sealed record SplitFractions
{
    /// <summary>Makes the shares.</summary>
    /// <param name="validation">Share of the validation rows, 0–1.</param>
    /// <param name="test">Share of the test rows, 0–1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is negative, or nothing is left for training.</exception>
    public SplitFractions(double validation = 0.1, double test = 0.1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(validation);
        ArgumentOutOfRangeException.ThrowIfNegative(test);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(validation + test, 1);
        Validation = validation;
        Test = test;
    }

    /// <summary>Share of the validation rows.</summary>
    public double Validation { get; }

    /// <summary>Share of the test rows.</summary>
    public double Test { get; }

    /// <summary>The number of validation and of test rows among so many.</summary>
    internal (int Validation, int Test) Of(int count) => ((int)Math.Round(Validation * count), (int)Math.Round(Test * count));
}
