namespace Lodestone.App.Report;

/// <summary>A point of a calibration curve.</summary>
/// <param name="Promised">The promised share, or the predicted probability.</param>
/// <param name="Found">What came.</param>
/// <param name="Share">The share of the rows that it stands for.</param>
public sealed record PageShare(double Promised, double Found, double Share);
