using System.Collections.Immutable;

namespace Lodestone.Learning.Uncertainty;

/// <summary>Combines what the members of an ensemble say of one target of one material.</summary>
public static class EnsembleEstimate
{
    /// <summary>
    /// The mixture of the members with equal weights (Lakshminarayanan, Pritzel and Blundell, NeurIPS 2017, §2.4), its variance split by the law
    /// of total variance: mean of the means; aleatoric variance = mean of the aleatoric variances; epistemic variance = variance of the means
    /// (divided by the number of members) + mean of the members' own epistemic variances. Intervals of the members are dropped.
    /// </summary>
    /// <exception cref="ArgumentException">There is no member.</exception>
    public static Estimate Combine(ReadOnlySpan<Estimate> members)
    {
        if (members.IsEmpty) throw new ArgumentException("An ensemble needs at least one member.", nameof(members));
        double mean = 0, aleatoric = 0, epistemic = 0;
        foreach (Estimate member in members)
        {
            mean += member.Mean / members.Length;
            aleatoric += member.Aleatoric * member.Aleatoric / members.Length;
            epistemic += member.Epistemic * member.Epistemic / members.Length;
        }
        foreach (Estimate member in members)
            epistemic += (member.Mean - mean) * (member.Mean - mean) / members.Length;
        return new Estimate(mean, Math.Sqrt(aleatoric), Math.Sqrt(epistemic), null);
    }

    /// <summary>The prediction of an ensemble for one material, with clipped means and calibrated intervals; failed where a number is not finite.</summary>
    /// <param name="targets">The targets.</param>
    /// <param name="calibrations">One a target.</param>
    /// <param name="members">What each member says: one estimate a target.</param>
    public static Prediction Combine(
        IReadOnlyList<Target> targets, ImmutableArray<ConformalCalibration?> calibrations, ReadOnlySpan<ImmutableArray<Estimate>> members)
    {
        var estimates = ImmutableArray.CreateBuilder<Estimate>(targets.Count);
        Span<Estimate> said = new Estimate[members.Length];
        for (int target = 0; target < targets.Count; target++)
        {
            for (int member = 0; member < members.Length; member++) said[member] = members[member][target];
            Estimate estimate = Finish(Combine(said), targets[target], calibrations[target]);
            if (!double.IsFinite(estimate.Mean) || !double.IsFinite(estimate.Deviation))
                return Prediction.Failed($"The model gives no finite number for {targets[target].Name}; the material is too unlike what it was trained on.");
            estimates.Add(estimate);
        }
        return Prediction.Of(estimates.MoveToImmutable());
    }

    /// <summary>Raises the mean to the smallest possible value of its target and adds the calibrated interval.</summary>
    /// <param name="estimate">The combined estimate.</param>
    /// <param name="target">Its target.</param>
    /// <param name="calibration">The calibration of the model for this target; null where it was never calibrated.</param>
    public static Estimate Finish(Estimate estimate, Target target, ConformalCalibration? calibration)
    {
        Estimate clipped = estimate with { Mean = Math.Max(estimate.Mean, target.Minimum ?? double.NegativeInfinity) };
        return clipped with { Interval = calibration?.Interval(clipped, target.Minimum) };
    }
}
