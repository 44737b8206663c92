namespace Lodestone.App.Report;

/// <summary>An epoch of a member.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Train">Loss of the training rows.</param>
/// <param name="Validation">Loss of the validation rows.</param>
/// <param name="Best">Whether it was the best so far.</param>
public sealed record PageEpoch(int Epoch, double Train, double? Validation, bool Best);
