using Lodestone.Learning;

namespace Lodestone.App.Evaluation;

/// <summary>What two models say of a material whose value is known.</summary>
/// <param name="Id">The name by which the user knows it.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="Classes">Its <see cref="ChemicalClass"/>es.</param>
/// <param name="Truth">The true value, in the unit of the target.</param>
/// <param name="First">What the first model says.</param>
/// <param name="Second">What the second model says.</param>
public sealed record ComparedRow(string Id, string Formula, IReadOnlyList<string> Classes, double Truth, Estimate First, Estimate Second)
{
    /// <summary>Absolute error of the first.</summary>
    public double FirstError => Math.Abs(First.Mean - Truth);

    /// <summary>Absolute error of the second.</summary>
    public double SecondError => Math.Abs(Second.Mean - Truth);

    /// <summary>How far the two are apart.</summary>
    public double Disagreement => Math.Abs(First.Mean - Second.Mean);
}
