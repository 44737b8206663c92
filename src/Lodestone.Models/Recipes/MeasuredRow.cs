using Lodestone.Learning;

namespace Lodestone.Models.Recipes;

/// <summary>A row whose value is known, and what a model says of it.</summary>
/// <param name="Id">The name by which the user knows it.</param>
/// <param name="Formula">Its reduced formula.</param>
/// <param name="Truth">The value, in the unit of the target; for a class, 1 or 0 stand for yes and no where the target is a word.</param>
/// <param name="Estimate">What the model says.</param>
public sealed record MeasuredRow(string Id, string Formula, double Truth, Estimate Estimate);
