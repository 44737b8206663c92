using Lodestone.Models.Catalog;

namespace Lodestone.Models.CrossValidation;

/// <summary>How far a cross-validation has come.</summary>
/// <param name="Finished">Trainings that are done.</param>
/// <param name="Trainings">Trainings in all: one a fold, and those of the inner folds.</param>
/// <param name="Name">The present one: <c>fold2</c>.</param>
/// <param name="Member">How far its training is; null before the first round.</param>
public sealed record FoldReport(int Finished, int Trainings, string Name, MemberReport? Member);
