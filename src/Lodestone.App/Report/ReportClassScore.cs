namespace Lodestone.App.Report;

/// <summary>How well a model tells a class, measured on rows that its training never saw.</summary>
/// <param name="Auc">Area under the ROC curve.</param>
/// <param name="Accuracy">Share of the rows whose more probable class is the true one.</param>
/// <param name="MajorityAccuracy">The same of always saying the more frequent class.</param>
/// <param name="CalibrationError">Expected calibration error.</param>
public sealed record ReportClassScore(double? Auc, double? Accuracy, double? MajorityAccuracy, double? CalibrationError);
