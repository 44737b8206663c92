using System.Collections.Immutable;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter;

/// <summary>An element on a site with the share of the site that it occupies.</summary>
/// <param name="Element">The element.</param>
/// <param name="Occupancy">Share of the site, in (0, 1].</param>
/// <param name="OxidationState">Formal charge, where the source gives one.</param>
public readonly record struct Species(Element Element, double Occupancy = 1, double? OxidationState = null);

/// <summary>One atomic site of a <see cref="Structure"/>.</summary>
/// <param name="Species">What is on the site: one entry where it is ordered, several (or an occupancy below one) where it is not.</param>
/// <param name="Fractional">Fractional coordinates; for a molecule, which has no lattice, equal to <paramref name="Cartesian"/>.</param>
/// <param name="Cartesian">Position, Å.</param>
public sealed record Site(ImmutableArray<Species> Species, Vector3D Fractional, Vector3D Cartesian)
{
    /// <summary>The label of the site in its source, where it had one.</summary>
    public string? Label { get; init; }

    /// <summary>Magnetic moment, µB, Cartesian axes, where the source gives one.</summary>
    public Vector3D? Moment { get; init; }

    /// <summary>True when the site is fully occupied by one element.</summary>
    public bool IsOrdered => Species.Length == 1 && Species[0].Occupancy >= 1 - 1e-8;

    /// <summary>The element of an ordered site, and of a disordered one the element with the largest occupancy.</summary>
    public Element Element
    {
        get
        {
            Species first = Species[0];
            foreach (Species other in Species)
                if (other.Occupancy > first.Occupancy) first = other;
            return first.Element;
        }
    }

    /// <summary>The same atom at other fractional coordinates of a lattice.</summary>
    public Site At(Vector3D fractional, Lattice lattice) => this with { Fractional = fractional, Cartesian = lattice.ToCartesian(fractional) };
}
