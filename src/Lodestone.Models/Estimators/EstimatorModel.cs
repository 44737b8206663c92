using System.Collections.Immutable;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Uncertainty;

namespace Lodestone.Models.Estimators;

/// <summary>Trained estimators on descriptors as a model: one, or the members of an ensemble.</summary>
public sealed class EstimatorModel : IPropertyModel
{
    private const int ChunkMaterials = 4096;
    private readonly IReadOnlyList<IEstimator> _members;
    private readonly DescriptorReader _descriptors;

    /// <summary>Takes over estimators.</summary>
    /// <param name="members">Estimators of the same targets; disposed with the model.</param>
    /// <param name="descriptors">What they read.</param>
    /// <param name="targets">What they predict.</param>
    internal EstimatorModel(IReadOnlyList<IEstimator> members, DescriptorReader descriptors, IReadOnlyList<Target> targets)
    {
        _members = members;
        _descriptors = descriptors;
        Targets = targets;
        Calibrations = [.. targets.Select(ConformalCalibration? (_) => null)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Target> Targets { get; }

    /// <summary>Names of the descriptors that it reads, in the order of its columns.</summary>
    public IReadOnlyList<string> Descriptors => _descriptors.Names;

    /// <summary>Its members.</summary>
    public IReadOnlyList<IEstimator> Members => _members;

    /// <summary>The calibration of each target's intervals; null entries where there is none.</summary>
    public ImmutableArray<ConformalCalibration?> Calibrations { get; init; }

    /// <summary>What the model was trained on; a material out of it fails.</summary>
    public TrainedScope Scope { get; init; } = TrainedScope.Everything;

    /// <summary>The descriptors of materials as its members read them, [materials, descriptors]; a row of NaN where a material cannot be described.</summary>
    public DataMatrix Describe(IReadOnlyList<Material> materials, CancellationToken cancellation = default) => _descriptors.Read(materials, cancellation).Rows;

    /// <inheritdoc/>
    public IReadOnlyList<Prediction> Predict(IReadOnlyList<Material> materials, CancellationToken cancellation = default)
    {
        var predictions = new List<Prediction>(materials.Count);
        foreach (Material[] chunk in materials.Chunk(ChunkMaterials))
            predictions.AddRange(PredictChunk(chunk, cancellation));
        return predictions;
    }

    /// <summary>Disposes the estimators.</summary>
    public void Dispose()
    {
        foreach (IEstimator member in _members) member.Dispose();
    }

    private Prediction[] PredictChunk(Material[] materials, CancellationToken cancellation)
    {
        var (features, failures) = _descriptors.Read(materials, cancellation);
        for (int row = 0; row < materials.Length; row++)
            failures[row] = Scope.Complain(materials[row]) ?? failures[row];
        int[] good = [.. Enumerable.Range(0, materials.Length).Where(row => failures[row] is null)];
        DataMatrix rows = features.Select(good);
        Estimate[][][] said = [.. _members.Select(member => member.Estimate(rows, cancellation))];

        var predictions = new Prediction[materials.Length];
        for (int row = 0; row < materials.Length; row++)
            if (failures[row] is { } failure) predictions[row] = Prediction.Failed(failure);
        for (int i = 0; i < good.Length; i++)
            predictions[good[i]] = EnsembleEstimate.Combine(Targets, Calibrations, [.. said.Select(member => member[i].ToImmutableArray())]);
        return predictions;
    }
}
