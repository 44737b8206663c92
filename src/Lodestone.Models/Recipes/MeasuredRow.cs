using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Heads;

namespace Lodestone.Models.Recipes;

/// <summary>A row whose value is known, and what a model says of it.</summary>
/// <param name="Id">The name by which the user knows it.</param>
/// <param name="Formula">Its reduced formula.</param>
/// <param name="Truth">The value, in the unit of the target; of a word, 1 where it is the value and 0 where another one is.</param>
/// <param name="Estimate">What the model says.</param>
public sealed record MeasuredRow(string Id, string Formula, double Truth, Estimate Estimate)
{
    /// <summary>The rows of one material whose values are known: itself, or its sites.</summary>
    /// <param name="material">The material.</param>
    /// <param name="target">The target.</param>
    /// <param name="estimates">What the model says: one estimate, or one a site.</param>
    /// <param name="property">The property with the true values; the column of the target without it.</param>
    public static IEnumerable<MeasuredRow> Of(Material material, Target target, IReadOnlyList<Estimate> estimates, string? property = null)
    {
        IReadOnlyList<double?> truths = SpinFlip.Turn(target, TargetValues.Of(material, target, property), estimates);
        for (int row = 0; row < truths.Count; row++)
        {
            if (truths[row] is not { } truth) continue;
            string id = target.Level == TargetLevel.Site ? FormattableString.Invariant($"{material.Id}, site {row + 1}") : material.Id;
            yield return new MeasuredRow(id, material.Composition.ReducedFormula, truth, estimates[row]);
        }
    }
}
