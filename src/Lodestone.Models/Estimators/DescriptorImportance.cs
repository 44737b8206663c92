using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;

namespace Lodestone.Models.Estimators;

/// <summary>How much a descriptor matters to an estimator.</summary>
/// <param name="Descriptor">Its name.</param>
/// <param name="Importance">As a share, or in the unit of the target: see the method that gives it.</param>
public sealed record DescriptorImportance(string Descriptor, double Importance)
{
    private const string Suffix = "importance";

    /// <summary>
    /// What the training of a model stored: the share of each descriptor in all that its splits gained, the mean over its members and targets,
    /// most important first. Empty for models that store none.
    /// </summary>
    public static IReadOnlyList<DescriptorImportance> Stored(ModelFile file)
    {
        if (file.Description.Options["selected_descriptors"] is not JsonArray names) return [];
        float[][] stored =
        [
            .. file.Tensors.Values
                .Where(tensor => tensor.Name.EndsWith("/" + Suffix, StringComparison.Ordinal) && tensor.Type == DType.F32 && tensor.Shape is [var length] && length == names.Count)
                .Select(tensor => MemoryMarshal.Cast<byte, float>(tensor.Data.Span).ToArray()),
        ];
        return stored.Length == 0 ? [] : Sorted(names.Select((name, column) => new DescriptorImportance(name?.ToString() ?? "", stored.Average(one => one[column]))));
    }

    /// <summary>
    /// By how much the mean absolute error of a target grows, in its unit, when the numbers of one descriptor are shuffled between the rows
    /// (Breiman, Machine Learning 45, 5 (2001), §10); most important first. Descriptors that say the same share their importance.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="materials">Materials that it was not trained on; those without a value of the target are left out.</param>
    /// <param name="target">Index of the target.</param>
    /// <param name="seeds">Where the shuffling takes its seed from.</param>
    /// <param name="repeats">How often each descriptor is shuffled.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    public static IReadOnlyList<DescriptorImportance> ByShuffling(
        EstimatorModel model, IReadOnlyList<Material> materials, int target, Seeds seeds, int repeats = 3, CancellationToken cancellation = default)
    {
        Material[] labelled = [.. materials.Where(material => TargetValues.OfMaterial(material, model.Targets[target]) is not null)];
        double[] truths = [.. labelled.Select(material => TargetValues.OfMaterial(material, model.Targets[target])!.Value)];
        DataMatrix rows = model.Describe(labelled, cancellation);
        double before = Error(model, rows, truths, target, cancellation);
        return Sorted(model.Descriptors.Select((name, column) =>
        {
            double after = 0;
            for (int repeat = 0; repeat < repeats; repeat++)
                after += Error(model, Shuffle(rows, column, seeds.For(column).For(repeat).Generator()), truths, target, cancellation) / repeats;
            return new DescriptorImportance(name, after - before);
        }));
    }

    private static double Error(EstimatorModel model, DataMatrix rows, double[] truths, int target, CancellationToken cancellation)
    {
        double[] means = PartialDependence.Means(model, rows, target, cancellation);
        double error = 0;
        for (int row = 0; row < truths.Length; row++)
            error += Math.Abs(means[row] - model.Targets[target].Truth(truths[row])) / truths.Length;
        return error;
    }

    private static DataMatrix Shuffle(DataMatrix rows, int column, RandomGenerator random)
    {
        int[] order = random.Permutation(rows.Rows);
        return rows.Replace(column, row => rows[order[row], column]);
    }

    private static DescriptorImportance[] Sorted(IEnumerable<DescriptorImportance> importances) =>
        [.. importances.OrderByDescending(one => one.Importance).ThenBy(one => one.Descriptor, StringComparer.Ordinal)];
}
