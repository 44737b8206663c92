namespace Lodestone.Learning;

/// <summary>Of what a target is a property.</summary>
public enum TargetLevel
{
    /// <summary>Of a material: one value each.</summary>
    Material,

    /// <summary>Of each site of a structure: a list of values, in the order of the sites, such as <c>[2.1, -2.1, null]</c>.</summary>
    Site,
}
