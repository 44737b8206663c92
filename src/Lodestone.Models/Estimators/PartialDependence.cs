using Lodestone.Data;

namespace Lodestone.Models.Estimators;

/// <summary>
/// How the mean prediction depends on one descriptor while all others stay as they are
/// (J. H. Friedman, Ann. Statist. 29, 1189 (2001), §8.2).
/// </summary>
public static class PartialDependence
{
    /// <summary>The mean prediction over materials for each value of a descriptor.</summary>
    /// <param name="model">The model.</param>
    /// <param name="materials">The materials over which the mean is taken.</param>
    /// <param name="target">Index of the target.</param>
    /// <param name="descriptor">Name of the descriptor.</param>
    /// <param name="values">The values that it is set to.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>[values], in the unit of the target</returns>
    /// <exception cref="ArgumentException">The model does not read that descriptor.</exception>
    public static double[] Of(
        EstimatorModel model, IReadOnlyList<Material> materials, int target, string descriptor, IReadOnlyList<double> values, CancellationToken cancellation = default)
    {
        int column = model.Descriptors.ToList().IndexOf(descriptor);
        if (column < 0) throw new ArgumentException($"The model does not read a descriptor '{descriptor}'.", nameof(descriptor));
        DataMatrix rows = model.Describe(materials, cancellation);
        return [.. values.Select(value => Means(model, rows.Replace(column, _ => (float)value), target, cancellation).Average())];
    }

    /// <summary>The mean of the members for each row.</summary>
    internal static double[] Means(EstimatorModel model, DataMatrix rows, int target, CancellationToken cancellation)
    {
        var means = new double[rows.Rows];
        foreach (IEstimator member in model.Members)
        {
            Learning.Estimate[][] said = member.Estimate(rows, cancellation);
            for (int row = 0; row < means.Length; row++)
                means[row] += said[row][target].Mean / model.Members.Count;
        }
        return means;
    }
}
