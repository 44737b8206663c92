using System.Collections.Immutable;
using Lodestone.App.Screening;
using Lodestone.Models.Recipes;

namespace Lodestone.App.Evaluation;

/// <summary>What a model says of materials whose values are known.</summary>
/// <param name="Model">The name by which the user asked for the model.</param>
/// <param name="Outcome">How many materials could be predicted, and why others could not.</param>
/// <param name="Unlabelled">How many materials have no value of any target and were passed over.</param>
/// <param name="Sets">The rows of each target; targets without a known value are left out.</param>
public sealed record EvaluationResult(string Model, Outcome Outcome, int Unlabelled, ImmutableArray<MeasuredRows> Sets);
