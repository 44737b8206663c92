using System.Collections.Immutable;

namespace Lodestone.Data.Descriptors.Structural;

/// <summary>
/// The set <c>structure</c>: cell, symmetry, bonds, magnetic atoms, radial distribution and Coulomb matrix of an ordered crystal. All are
/// computed in its primitive cell, so another cell, origin, orientation or order of sites gives the same numbers. A descriptor is NaN where
/// the crystal has nothing to take it from, such as the distance of magnetic atoms without any.
/// </summary>
public sealed class StructureDescriptors : DescriptorSet
{
    private static readonly StructureGroup[] Groups =
        [new CellGroup(), new SymmetryGroup(), new BondGroup(), new MagneticGroup(), new RadialGroup(), new CoulombGroup()];

    private static readonly ImmutableArray<Descriptor> All = [.. Groups.SelectMany(group => group.Descriptors)];

    /// <summary>The set.</summary>
    public static StructureDescriptors Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "structure";

    /// <inheritdoc/>
    public override IReadOnlyList<Descriptor> Descriptors => All;

    /// <inheritdoc/>
    public override bool NeedsStructure => true;

    /// <inheritdoc/>
    public override void Describe(Material material, Span<double> values)
    {
        var crystal = new DescribedCrystal(OrderedCrystal.Of(material, this));
        int start = 0;
        foreach (StructureGroup group in Groups)
        {
            group.Describe(crystal, values.Slice(start, group.Descriptors.Length));
            start += group.Descriptors.Length;
        }
    }
}
