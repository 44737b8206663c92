using System.Collections.Immutable;
using Lodestone.Learning.Metrics;

namespace Lodestone.App.Evaluation;

/// <summary>How good one of two compared models is.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Errors">Its errors.</param>
/// <param name="Auc">Area under the ROC curve for "above the threshold?", ranked by its predictions; null without a threshold or where all rows are of one side.</param>
/// <param name="Top">For each k, the share of its k highest predictions that are among the highest true values.</param>
public sealed record ComparedModel(string Model, RegressionMetrics Errors, double? Auc, ImmutableSortedDictionary<int, double> Top);
