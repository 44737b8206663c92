namespace Lodestone.App.Report;

/// <summary>A row with a large error.</summary>
/// <param name="Id">The name by which the user knows it.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="Truth">The true value.</param>
/// <param name="Mean">The prediction.</param>
/// <param name="Lo">Lower end of the 90 % interval.</param>
/// <param name="Hi">Upper end.</param>
public sealed record PageWorst(string Id, string Formula, double Truth, double Mean, double? Lo, double? Hi);
