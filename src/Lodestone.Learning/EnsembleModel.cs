using System.Collections.Immutable;
using Lodestone.Data;
using Lodestone.Learning.Uncertainty;

namespace Lodestone.Learning;

/// <summary>Several models of the same targets as one: the same learner with several seeds, or different learners.</summary>
public sealed class EnsembleModel : IPropertyModel
{
    private readonly IReadOnlyList<IPropertyModel> _members;

    /// <summary>Takes over models.</summary>
    /// <param name="members">Models of the same targets in the same order. Disposed with the ensemble.</param>
    /// <exception cref="ArgumentException">There is no member, or their targets differ.</exception>
    public EnsembleModel(IReadOnlyList<IPropertyModel> members)
    {
        if (members.Count == 0) throw new ArgumentException("An ensemble needs at least one model.", nameof(members));
        if (members.Any(member => !member.Targets.Select(target => target.Name).SequenceEqual(members[0].Targets.Select(target => target.Name))))
            throw new ArgumentException("The models of an ensemble have the same targets.", nameof(members));
        _members = members;
        Calibrations = [.. Targets.Select(ConformalCalibration? (_) => null)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Target> Targets => _members[0].Targets;

    /// <summary>The calibration of each target's intervals, fitted on what the ensemble predicts; null entries where there is none.</summary>
    public ImmutableArray<ConformalCalibration?> Calibrations { get; init; }

    /// <inheritdoc/>
    /// <remarks>A material that one member cannot take fails with that member's reason.</remarks>
    public IReadOnlyList<Prediction> Predict(IReadOnlyList<Material> materials, CancellationToken cancellation = default)
    {
        IReadOnlyList<Prediction>[] members = [.. _members.Select(member => member.Predict(materials, cancellation))];
        var predictions = new Prediction[materials.Count];
        for (int row = 0; row < predictions.Length; row++)
        {
            Prediction? failed = members.Select(member => member[row]).FirstOrDefault(prediction => !prediction.Succeeded);
            predictions[row] = failed ?? EnsembleEstimate.Combine(Targets, Calibrations, [.. members.Select(member => member[row].Estimates)]);
        }
        return predictions;
    }

    /// <summary>Disposes the members.</summary>
    public void Dispose()
    {
        foreach (IPropertyModel member in _members) member.Dispose();
    }
}
