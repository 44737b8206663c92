using System.Collections.Immutable;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>The atoms of a cell as one way to read its symmetry gives them, and what speaks against it.</summary>
internal sealed class SettingTrial
{
    /// <summary>Nearer than this share of the sum of their covalent radii no two atoms come; triple bonds and quadruple ones reach two thirds.</summary>
    private const double ShortestShare = 0.6;

    private const double LongestRadius = 2.6;
    private const double WholeOccupancy = 0.99;
    private const double FingerprintRadius = 6;
    private const int FingerprintNeighbours = 24;
    private const double DistanceTolerance = 0.002;
    private const int MostFingerprinted = 3000;

    private readonly Lattice _lattice;
    private readonly List<SiteOrbit> _orbits = [];
    private readonly double[] _atoms;

    /// <summary>Makes the atoms.</summary>
    public SettingTrial(CifSymmetry symmetry, Lattice lattice, IReadOnlyList<AsymmetricSite> sites)
    {
        (Symmetry, _lattice) = (symmetry, lattice);
        var unheard = new CifWarnings();
        foreach (AsymmetricSite site in sites)
        {
            // Merging changes sites; the trial works on copies.
            var copy = new AsymmetricSite(site.Label, site.Line, site.Species, site.Fractional);
            SiteOrbit orbit = SiteOrbit.Of(copy, symmetry, lattice, unheard);
            if (site.Multiplicity is { } given) FitsMultiplicities = FitsMultiplicities != false && given == orbit.Images.Count;
            _orbits.Add(orbit);
        }
        try
        {
            _orbits = new SiteMerger(lattice, unheard).Merge(_orbits);
            FitsDistances = HasPossibleDistances();
        }
        catch (UnreadableException)
        {
            FitsDistances = false;
        }
        _atoms = CifFormulaSum.AtomsOf(_orbits);
    }

    /// <summary>The symmetry that is tried.</summary>
    public CifSymmetry Symmetry { get; }

    /// <summary>Whether each site has as many images as the file says; null where it says nothing.</summary>
    public bool? FitsMultiplicities { get; }

    /// <summary>Whether no two whole atoms are impossibly near to one another.</summary>
    public bool FitsDistances { get; }

    /// <summary>Whether the atoms have the shares of a formula, hydrogen left aside.</summary>
    public bool Fits(CifFormulaSum formula) => formula.Difference(_atoms, first: 2) is null;

    /// <summary>Whether the cell holds so many formula units, within 5 %.</summary>
    public bool Fits(CifFormulaSum formula, double units) => Math.Abs(formula.Units(_atoms) - units) <= 0.05 * units;

    /// <summary>Whether the cell has a density, g/cm³, within 10 %: hydrogens may lack.</summary>
    public bool FitsDensity(double density) => Math.Abs(Crystal(_orbits).Density!.Value - density) <= 0.1 * density;

    /// <summary>True where another trial gives the same crystal: the same distances between the same elements.</summary>
    public bool IsSameCrystal(SettingTrial other)
    {
        Structure mine = Crystal(_orbits), others = other.Crystal(other._orbits);
        if (mine.Sites.Length != others.Sites.Length || mine.Sites.Length > MostFingerprinted) return false;
        (string Pair, double Distance)[] first = Distances(mine), second = Distances(others);
        return first.Length == second.Length && first.Zip(second).All(pair =>
            pair.First.Pair == pair.Second.Pair && Math.Abs(pair.First.Distance - pair.Second.Distance) <= DistanceTolerance);
    }

    private static (string Pair, double Distance)[] Distances(Structure crystal)
    {
        NeighbourList near = NeighbourList.Nearest(crystal, FingerprintNeighbours, FingerprintRadius);
        return [.. Enumerable.Range(0, near.Count)
            .Select(e => (Pair: $"{crystal.Sites[near.Source[e]].Element} {crystal.Sites[near.Target[e]].Element}", Distance: near.Distance[e]))
            .OrderBy(edge => edge.Pair, StringComparer.Ordinal).ThenBy(edge => edge.Distance)];
    }

    private bool HasPossibleDistances()
    {
        List<SiteOrbit> whole = [.. _orbits.Where(orbit => orbit.Site.Occupancy >= WholeOccupancy)];
        if (whole.Count == 0) return true;
        Structure crystal = Crystal(whole);
        if (StructureBounds.FaultOf(_lattice, crystal.Sites.Length) is not null) return false;
        NeighbourList near = NeighbourList.Within(crystal, 2 * ShortestShare * LongestRadius);
        for (int e = 0; e < near.Count; e++)
        {
            double? sum = crystal.Sites[near.Source[e]].Element.CovalentRadius + crystal.Sites[near.Target[e]].Element.CovalentRadius;
            if (near.Distance[e] < ShortestShare * sum) return false;
        }
        return true;
    }

    private Structure Crystal(List<SiteOrbit> orbits) => new(_lattice, [.. orbits.SelectMany(orbit => orbit.Images.Select(image => SiteAt(orbit.Site.Species, image)))]);

    private Site SiteAt(ImmutableArray<Species> species, Vector3D image) => new(species, image, _lattice.ToCartesian(image));
}
