using System.Globalization;

namespace Lodestone.Symmetry;

/// <summary>How far a function is from equivariance, f(g·x) = g·f(x), at its worst.</summary>
/// <param name="Error">The largest distance of f(g·x) from g·f(x); infinite where one of them is not a number.</param>
/// <param name="WorstElement">The element g with the largest distance, as text.</param>
/// <param name="WorstSample">The index of the sample x with the largest distance.</param>
/// <param name="Elements">Number of elements.</param>
/// <param name="Samples">Number of samples.</param>
public sealed record EquivarianceReport(double Error, string WorstElement, int WorstSample, int Elements, int Samples)
{
    /// <summary>One sentence: the worst element and its error.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"Of {Elements} elements on {Samples} samples, {WorstElement} is worst: on sample {WorstSample} f(g·x) and g·f(x) differ by {Error:0.##e+0}.");
}
