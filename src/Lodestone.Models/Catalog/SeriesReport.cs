namespace Lodestone.Models.Catalog;

/// <summary>How far a series of trainings has come: the folds of a cross-validation, the runs of a sweep.</summary>
/// <param name="Finished">Trainings that are done.</param>
/// <param name="Trainings">Trainings in all.</param>
/// <param name="Name">The present one: <c>fold2</c>.</param>
/// <param name="Member">How far its training is; null before the first round.</param>
public sealed record SeriesReport(int Finished, int Trainings, string Name, MemberReport? Member);
