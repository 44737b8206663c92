using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Lodestone.Learning;

/// <summary>What a model says of one target of one material, in the unit of the target.</summary>
/// <param name="Mean">The predicted value; for a class target, the probability of the class.</param>
/// <param name="Aleatoric">Standard deviation that the model ascribes to the data; zero where it estimates none.</param>
/// <param name="Epistemic">Standard deviation between the members of an ensemble; zero for a single model.</param>
/// <param name="Interval">The calibrated 90 % interval; null where the model was never calibrated.</param>
public readonly record struct Estimate(double Mean, double Aleatoric, double Epistemic, Interval? Interval)
{
    /// <summary>Total standard deviation: √(aleatoric² + epistemic²).</summary>
    public double Deviation => Math.Sqrt(Aleatoric * Aleatoric + Epistemic * Epistemic);
}

/// <summary>What a model says of one material: one estimate a target, or the reason why there is none.</summary>
public sealed class Prediction
{
    private Prediction(ImmutableArray<Estimate> estimates, string? failure, ImmutableArray<ImmutableArray<Estimate>> sites = default)
    {
        Estimates = estimates;
        Sites = sites.IsDefault ? [] : sites;
        Failure = failure;
    }

    /// <summary>One estimate a target, in the order of <see cref="IPropertyModel.Targets"/>; empty where the prediction failed,
    /// and where the targets are of sites.</summary>
    public ImmutableArray<Estimate> Estimates { get; }

    /// <summary>Where the targets are of sites: for each site of the structure one estimate a target; else empty.</summary>
    public ImmutableArray<ImmutableArray<Estimate>> Sites { get; }

    /// <summary>One sentence: why the model cannot say anything of this material (it has no structure, or an element that the model never saw).</summary>
    public string? Failure { get; }

    /// <summary>What nobody foresaw, where that is why the prediction failed.</summary>
    public Exception? Fault { get; private init; }

    /// <summary>What a user should know of a prediction that was made, one sentence each; empty where there is nothing.</summary>
    public ImmutableArray<string> Warnings { get; private init; } = [];

    /// <summary>True when there are estimates.</summary>
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    /// <summary>A prediction that was made.</summary>
    public static Prediction Of(ImmutableArray<Estimate> estimates) => new(estimates, null);

    /// <summary>A prediction that was made of each site.</summary>
    public static Prediction OfSites(ImmutableArray<ImmutableArray<Estimate>> sites) => new([], null, sites);

    /// <summary>What is said of one target: one estimate, or one a site.</summary>
    /// <param name="index">Its place in <see cref="IPropertyModel.Targets"/>.</param>
    public IReadOnlyList<Estimate> OfTarget(int index) => Estimates.IsEmpty ? [.. Sites.Select(site => site[index])] : [Estimates[index]];

    /// <summary>The same prediction with another warning.</summary>
    public Prediction With(string warning) => new(Estimates, Failure, Sites) { Warnings = Warnings.Add(warning) };

    /// <summary>A prediction that could not be made.</summary>
    /// <param name="reason">One sentence.</param>
    /// <param name="fault">What nobody foresaw, if that is the reason.</param>
    public static Prediction Failed(string reason, Exception? fault = null) => new([], reason) { Fault = fault };
}
