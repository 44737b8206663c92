using System.Collections.Immutable;
using Lodestone.Data;
using Lodestone.Learning;

namespace Lodestone.App.Screening;

/// <summary>One input with what the models say of it, or the reason why they say nothing.</summary>
/// <param name="Id">The name by which the user knows it.</param>
/// <param name="Formula">Its formula; empty where not even that could be read.</param>
/// <param name="Source">The file that it came from.</param>
/// <param name="Failure">The reason why there are no estimates; null where there are.</param>
/// <param name="Estimates">One estimate a quantity, null where a model that only advises cannot take the material; empty for a failed row.</param>
public sealed record PredictedRow(string Id, string Formula, string Source, string? Failure, ImmutableArray<Estimate?> Estimates)
{
    /// <summary>True when there are estimates.</summary>
    public bool Succeeded => Failure is null;

    /// <summary>Where the model predicts values of sites: for each site one estimate a quantity; else empty.</summary>
    public ImmutableArray<ImmutableArray<Estimate>> Sites { get; init; } = [];

    /// <summary>What nobody foresaw, where that is why there are no estimates.</summary>
    public Exception? Fault { get; init; }

    /// <summary>The material; null where it could not be read, or is no longer needed.</summary>
    public Material? Material { get; init; }

    /// <summary>What the reader had to assume, and why a model that only advises says nothing; one sentence each.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
