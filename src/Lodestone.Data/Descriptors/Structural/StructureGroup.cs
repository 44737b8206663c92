using System.Collections.Immutable;

namespace Lodestone.Data.Descriptors.Structural;

/// <summary>Descriptors of a crystal that belong together.</summary>
internal abstract class StructureGroup
{
    /// <summary>The source of what has no other.</summary>
    protected const string Own = "Defined by Lodestone.";

    /// <summary>The descriptors.</summary>
    public abstract ImmutableArray<Descriptor> Descriptors { get; }

    /// <summary>Writes every descriptor.</summary>
    /// <param name="crystal">The crystal.</param>
    /// <param name="values">[descriptors], overwritten.</param>
    public abstract void Describe(DescribedCrystal crystal, Span<double> values);
}
