using System.Globalization;

namespace Lodestone.Symmetry;

/// <summary>How far a function is from relaxed equivariance, f(g·x) = g·k·f(x) with some k that leaves x alone, at its worst.</summary>
/// <param name="Error">The largest distance of f(g·x) from the nearest g·k·f(x); infinite where one of them is not a number.</param>
/// <param name="WorstElement">The element g with the largest distance.</param>
/// <param name="WorstSample">The index of the sample x with the largest distance.</param>
/// <param name="Elements">Number of elements.</param>
/// <param name="Samples">Number of samples.</param>
/// <param name="Symmetric">Number of samples that more than the identity leaves alone.</param>
/// <param name="Broken">Number of samples whose output is less symmetric than they are: some element leaves x alone, but not f(x).</param>
public sealed record RelaxedEquivarianceReport(
    double Error, int WorstElement, int WorstSample, int Elements, int Samples, int Symmetric, int Broken)
{
    /// <summary>Two sentences: the worst element and its error; how many symmetries are broken.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"Of {Elements} elements on {Samples} samples, element {WorstElement} is worst: on sample {WorstSample} f(g·x) and the nearest g·k·f(x) differ by {Error:0.##e+0}. {Symmetric} samples are symmetric, and the outputs of {Broken} are less so.");
}
