using System.Globalization;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Matter;

namespace Lodestone.Models.Estimators;

/// <summary>What an estimator learns from.</summary>
/// <param name="Features">Descriptors, [rows, columns], NaN where missing.</param>
/// <param name="Values">Values of the targets in their units, [rows, targets], NaN where missing.</param>
/// <param name="Targets">The targets with the scaling fitted on these rows.</param>
public sealed record LabelledRows(DataMatrix Features, DataMatrix Values, IReadOnlyList<TargetDescription> Targets)
{
    /// <summary>Number of rows.</summary>
    public int Count => Features.Rows;

    /// <summary>A target less its centre, divided by its scale, [rows, 1].</summary>
    public DataMatrix Scaled(int target) => Map(target, value => (float)Targets[target].Scaler.Apply(value));

    /// <summary>1 where a target is above its threshold, 0 where it is not, [rows, 1].</summary>
    public DataMatrix Indicator(int target) => Map(target, value => float.IsNaN(value) ? value : value > Targets[target].Target.Threshold ? 1 : 0);

    /// <summary>The rows in which a target is above its threshold.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public int[] Above(int target)
    {
        Target what = Targets[target].Target;
        int[] above = [.. Enumerable.Range(0, Count).Where(row => Values[row, target] > what.Threshold)];
        return above.Length > 0 ? above : throw new InputException(
            $"No training row of '{what.Name}' is above its threshold {what.Threshold.ToString(CultureInfo.InvariantCulture)}; lower the threshold, or use the head 'laplace'.");
    }

    /// <summary>Gathers the rows of materials.</summary>
    /// <param name="features">Descriptors of the materials.</param>
    /// <param name="failures">The reason for each material that could not be described; it is left out.</param>
    /// <param name="materials">The materials.</param>
    /// <param name="targets">What to learn.</param>
    /// <exception cref="InputException">No material can be described, none has a value of a target, or a value is too large for single precision.</exception>
    internal static LabelledRows Of(DataMatrix features, string?[] failures, IReadOnlyList<Material> materials, IReadOnlyList<Target> targets)
    {
        int[] good = [.. Enumerable.Range(0, materials.Count).Where(row => failures[row] is null)];
        if (good.Length == 0)
            throw new InputException($"None of the {materials.Count} training materials can be described; the first: {failures.FirstOrDefault() ?? "there is none."}");
        var values = new DataMatrix(good.Length, targets.Count);
        for (int row = 0; row < good.Length; row++)
            for (int target = 0; target < targets.Count; target++)
                values[row, target] = Value(materials[good[row]], targets[target]);
        return new LabelledRows(features.Select(good), values, [.. targets.Select((target, k) => Describe(target, Present(values, k)))]);
    }

    private static float Value(Material material, Target target)
    {
        float value = (float)(TargetValues.OfMaterial(material, target) ?? double.NaN);
        return float.IsInfinity(value) ? throw new InputException($"The value of {target.Name} of '{material.Id}' is too large a number; leave it out.") : value;
    }

    private static TargetDescription Describe(Target target, double[] present) =>
        new TargetDescription(target, Scaler.Fit(target, present)).LearnedFrom(present);

    private static double[] Present(DataMatrix values, int target) =>
        [.. Enumerable.Range(0, values.Rows).Select(row => (double)values[row, target]).Where(value => !double.IsNaN(value))];

    private DataMatrix Map(int target, Func<float, float> map)
    {
        var mapped = new DataMatrix(Count, 1);
        for (int row = 0; row < Count; row++)
            mapped[row, 0] = map(Values[row, target]);
        return mapped;
    }
}
