namespace Lodestone.Models.Recipes;

/// <summary>How a recipe splits its data.</summary>
public sealed record SplitRecipe
{
    internal static readonly string[] Ways = ["formula", "chemsys", "random", "column"];

    /// <summary><c>formula</c> (no formula in two parts), <c>chemsys</c> (no chemical system in two parts), <c>random</c>, or <c>column</c>.</summary>
    public string By { get; init; } = "formula";

    /// <summary>With <c>column</c>: the column that says <c>train</c>, <c>val</c> or <c>test</c>.</summary>
    public string Column { get; init; } = "split";

    /// <summary>Part of the rows to judge epochs by and to calibrate intervals on.</summary>
    public double Validation { get; init; } = 0.1;

    /// <summary>Part of the rows kept for measuring the finished model.</summary>
    public double Test { get; init; } = 0.1;
}
