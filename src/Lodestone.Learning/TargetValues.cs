using Lodestone.Data;

namespace Lodestone.Learning;

/// <summary>The values of a target that a material has.</summary>
public static class TargetValues
{
    /// <summary>One value of a material, or one a site; null where it is missing.</summary>
    /// <param name="material">The material.</param>
    /// <param name="target">The target.</param>
    /// <param name="property">The property that holds the values; the name of the target without it.</param>
    /// <exception cref="Matter.InputException">A list has not one value a site.</exception>
    public static IReadOnlyList<double?> Of(Material material, Target target, string? property = null)
    {
        if (target.Level == TargetLevel.Material) return [OfMaterial(material, target, property)];
        return material.SiteNumbers(property ?? target.Column) ?? new double?[material.Structure?.Sites.Length ?? 0];
    }

    /// <summary>The value of a target of materials; of a word, 1 where it is the value and 0 where another word is. Null where it is missing.</summary>
    /// <param name="material">The material.</param>
    /// <param name="target">The target.</param>
    /// <param name="property">The property that holds the value; the column of the target without it.</param>
    public static double? OfMaterial(Material material, Target target, string? property = null)
    {
        property ??= target.Column;
        if (target.Word is null) return material.Number(property);
        return material.Has(property) ? (material.Properties[property].Trim() == target.Word ? 1 : 0) : null;
    }
}
