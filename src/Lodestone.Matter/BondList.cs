using System.Collections.Immutable;
using Lodestone.Matter.Neighbours;

namespace Lodestone.Matter;

/// <summary>
/// The bonds of a structure by the rule of Isayev et al., Nat. Commun. 8, 15679 (2017): two atoms are bonded where their Voronoi cells share a
/// facet and their distance is at most the sum of their covalent radii and a tolerance.
/// </summary>
public static class BondList
{
    // Facets that vanish in an ideal crystal appear or not by rounding: what is seen under less than a thousandth of the sphere is no facet.
    private const double SmallestFacet = 4 * Math.PI / 1000;

    /// <summary>The bonds as edges of a list of neighbours.</summary>
    /// <param name="neighbours">All neighbours within <paramref name="reach"/>.</param>
    /// <param name="reach">The cutoff of the list, Å; facets are those of the cells that these neighbours make.</param>
    /// <param name="radii">Covalent radius of each atom, Å: [atoms].</param>
    /// <param name="tolerance">How far beyond the sum of the radii a bond may reach, Å.</param>
    /// <returns>Indices of edges, ascending. Each bond is there once from either atom.</returns>
    public static ImmutableArray<int> Find(NeighbourList neighbours, double reach, IReadOnlyList<double> radii, double tolerance)
    {
        var bonds = ImmutableArray.CreateBuilder<int>();
        for (int atom = 0; atom < neighbours.AtomCount; atom++)
        {
            int start = neighbours.Start[atom], end = neighbours.Start[atom + 1];
            double[] angles = VoronoiCell.SolidAngles(neighbours.Vector.AsSpan(start..end), reach);
            for (int edge = start; edge < end; edge++)
                if (neighbours.Distance[edge] <= radii[atom] + radii[neighbours.Target[edge]] + tolerance && angles[edge - start] >= SmallestFacet)
                    bonds.Add(edge);
        }
        return bonds.ToImmutable();
    }
}
