using System.Globalization;

namespace Lodestone.Matter.Formats;

/// <summary>Warns of atoms that lie upon one another: a sign of duplicated sites or of a wrong unit.</summary>
internal static class OverlapCheck
{
    /// <summary>No two atoms come as near as this, Å; the shortest bond there is, of H₂, has 0.74 Å.</summary>
    private const double ShortestDistance = 0.5;

    /// <summary>The structure, with a warning where two fully occupied sites overlap.</summary>
    /// <exception cref="UnreadableException">The cell is too small for its atoms.</exception>
    public static Structure Apply(Structure structure, int? line = null)
    {
        if (structure.Lattice is { } lattice) UnreadableException.ThrowIf(StructureBounds.FaultOf(lattice, structure.Sites.Length), line);
        try
        {
            NeighbourList near = NeighbourList.Nearest(structure, 1, ShortestDistance);
            for (int e = 0; e < near.Count; e++)
            {
                Site a = structure.Sites[near.Source[e]], b = structure.Sites[near.Target[e]];
                if (a.IsOrdered && b.IsOrdered)
                    return new Structure(structure.Lattice, structure.Sites, structure.Warnings.Add(Warning(near, e, a.Element, b.Element)));
            }
            return structure;
        }
        catch (InputException e)
        {
            throw new UnreadableException(line, e.Message);
        }
    }

    private static string Warning(NeighbourList near, int e, Element a, Element b) => string.Create(
        CultureInfo.InvariantCulture,
        $"Atoms overlap: {a} (site {near.Source[e] + 1}) and {b} (site {near.Target[e] + 1}) are {near.Distance[e]:0.###} Å apart.");
}
