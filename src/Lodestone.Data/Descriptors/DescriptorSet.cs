namespace Lodestone.Data.Descriptors;

/// <summary>Descriptors that are computed together, always in the same order.</summary>
public abstract class DescriptorSet
{
    /// <summary>Its name in recipes and on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>The descriptors.</summary>
    public abstract IReadOnlyList<Descriptor> Descriptors { get; }

    /// <summary>Whether a material without a structure cannot be described.</summary>
    public abstract bool NeedsStructure { get; }

    /// <summary>Describes a material. Safe to call from many threads.</summary>
    /// <param name="material">The material.</param>
    /// <param name="values">[descriptors], overwritten; NaN where a descriptor is not defined for the material or an elemental property is unknown.</param>
    /// <exception cref="Matter.InputException">The material cannot be described at all, such as a formula without a structure in a set that needs one.</exception>
    public abstract void Describe(Material material, Span<double> values);
}
