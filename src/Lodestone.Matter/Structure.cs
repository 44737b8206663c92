using System.Collections.Immutable;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter;

/// <summary>A crystal, or, without a lattice, a molecule: sites with species and positions. Immutable.</summary>
public sealed class Structure
{
    private Composition? _composition;

    /// <summary>Makes a structure of sites whose two kinds of coordinates already agree.</summary>
    /// <param name="lattice">The cell, or null for a molecule.</param>
    /// <param name="sites">The sites, in the order of their source.</param>
    /// <param name="warnings">What a reader had to assume or repair, one sentence each.</param>
    /// <exception cref="ArgumentException">There is no site.</exception>
    public Structure(Lattice? lattice, ImmutableArray<Site> sites, ImmutableArray<string> warnings = default)
    {
        if (sites.IsDefaultOrEmpty)
            throw new ArgumentException("A structure needs at least one site.", nameof(sites));
        Lattice = lattice;
        Sites = sites;
        Warnings = warnings.IsDefault ? [] : warnings;
    }

    /// <summary>The cell, or null for a molecule.</summary>
    public Lattice? Lattice { get; }

    /// <summary>The sites, in the order of their source.</summary>
    public ImmutableArray<Site> Sites { get; }

    /// <summary>How many atoms of each element the sites hold.</summary>
    public Composition Composition => _composition ??= Composition.Of(this);

    /// <summary>What the reader had to assume or repair, one sentence each; empty for a clean file.</summary>
    public ImmutableArray<string> Warnings { get; }

    /// <summary>Makes a crystal of ordered sites from fractional coordinates.</summary>
    /// <param name="lattice">The cell.</param>
    /// <param name="elements">One element a site.</param>
    /// <param name="fractional">Fractional coordinates, one a site.</param>
    public static Structure Crystal(Lattice lattice, ReadOnlySpan<Element> elements, ReadOnlySpan<Vector3D> fractional)
    {
        if (elements.Length != fractional.Length)
            throw new ArgumentException("A crystal needs one position an element.", nameof(fractional));
        var sites = ImmutableArray.CreateBuilder<Site>(elements.Length);
        for (int i = 0; i < elements.Length; i++)
            sites.Add(new Site([new Species(elements[i])], fractional[i], lattice.ToCartesian(fractional[i])));
        return new Structure(lattice, sites.MoveToImmutable());
    }

    /// <summary>Makes a molecule of ordered sites from Cartesian positions in Å.</summary>
    /// <param name="elements">One element a site.</param>
    /// <param name="positions">Positions in Å, one a site.</param>
    public static Structure Molecule(ReadOnlySpan<Element> elements, ReadOnlySpan<Vector3D> positions)
    {
        if (elements.Length != positions.Length)
            throw new ArgumentException("A molecule needs one position an element.", nameof(positions));
        var sites = ImmutableArray.CreateBuilder<Site>(elements.Length);
        for (int i = 0; i < elements.Length; i++)
            sites.Add(new Site([new Species(elements[i])], positions[i], positions[i]));
        return new Structure(null, sites.MoveToImmutable());
    }

    /// <summary>Mass density, g/cm³, of a crystal, by occupancies; null for a molecule.</summary>
    public double? Density
    {
        get
        {
            const double gramPerCubicCentimetre = 1.66053906660; // of one unified atomic mass unit in an Å³
            if (Lattice is not { } lattice) return null;
            double mass = Sites.Sum(site => site.Species.Sum(species => species.Occupancy * species.Element.Mass));
            return gramPerCubicCentimetre * mass / lattice.Volume;
        }
    }
}
