namespace Lodestone.Models.Recipes;

/// <summary>Rows on which a finished model is measured.</summary>
public sealed record MeasureRecipe
{
    /// <summary>The rows in words, as model cards show them.</summary>
    public string Name { get; init; } = "test rows";

    /// <summary>The source; if empty, the test rows of the recipe's own data.</summary>
    public string Data { get; init; } = "";

    /// <summary>Target → column, where the source names a target differently.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();
}
