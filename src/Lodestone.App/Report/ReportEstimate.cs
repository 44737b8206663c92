namespace Lodestone.App.Report;

/// <summary>A predicted number, in the unit of its quantity.</summary>
/// <param name="Mean">The prediction.</param>
/// <param name="Std">Its standard deviation.</param>
/// <param name="Lo">Lower end of the 90 % interval; null where the model was never calibrated.</param>
/// <param name="Hi">Upper end of the 90 % interval.</param>
public sealed record ReportEstimate(double Mean, double Std, double? Lo, double? Hi);
