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
        property ??= target.Name;
        if (target.Level == TargetLevel.Material) return [material.Number(property)];
        return material.SiteNumbers(property) ?? new double?[material.Structure?.Sites.Length ?? 0];
    }
}
