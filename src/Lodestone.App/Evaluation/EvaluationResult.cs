using System.Collections.Immutable;
using Lodestone.App.Screening;
using Lodestone.Learning.Files;

namespace Lodestone.App.Evaluation;

/// <summary>The measured errors of a model.</summary>
/// <param name="Model">The name by which the user asked for the model.</param>
/// <param name="Outcome">How many materials could be predicted, and why others could not.</param>
/// <param name="Measurements">One a target.</param>
public sealed record EvaluationResult(string Model, Outcome Outcome, ImmutableArray<Measurement> Measurements);
