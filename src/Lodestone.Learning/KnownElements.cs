using Lodestone.Data;
using Lodestone.Matter;

namespace Lodestone.Learning;

/// <summary>Keeps a model from materials with elements that it was never trained on.</summary>
public static class KnownElements
{
    /// <summary>One sentence where a material has an unknown element; null otherwise.</summary>
    /// <param name="material">The material.</param>
    /// <param name="known">The elements that the model was trained on; null: all are taken.</param>
    public static string? Complain(Material material, IReadOnlySet<Element>? known)
    {
        if (known is null) return null;
        string[] unknown = [.. material.Composition.Elements.Where(element => !known.Contains(element)).Select(element => element.Symbol)];
        return unknown.Length == 0 ? null : $"The model was not trained on {string.Join(", ", unknown)}; use a model that knows it.";
    }
}
