using Lodestone.Matter;

namespace Lodestone.Models.Recipes;

/// <summary>The recipes that the variants of a recipe make.</summary>
internal static class RecipeVariants
{
    /// <summary>One recipe a variant, in their order; none where there are none.</summary>
    /// <exception cref="InputException">The settings of a variant cannot be used.</exception>
    public static IReadOnlyList<Recipe> Of(Recipe recipe)
    {
        string text = RecipeFile.Write(recipe with { Variants = [] });
        return [.. recipe.Variants.Select((settings, index) => RecipeFile.Parse(text, Name(index), settings))];
    }

    /// <summary>How messages name a variant.</summary>
    public static string Name(int index) => $"Variant {index} of the recipe";
}
