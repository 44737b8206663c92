namespace Lodestone.Matter.Neighbours;

/// <summary>
/// Finds the k nearest neighbours: within a radius that should hold a few more than k, then, for the atoms that have fewer there, within
/// ever larger ones up to the cutoff. A set of k is final once its farthest distance and all its ties lie inside the radius searched.
/// </summary>
internal static class NearestSearch
{
    private const double Growth = 1.4;

    public static NeighbourList Find(WrappedAtoms atoms, int k, double cutoff)
    {
        var slots = new EdgeArrays(checked(atoms.Count * k));
        int[] counts = new int[atoms.Count];
        int[] pending = Enumerable.Range(0, atoms.Count).ToArray();
        for (double radius = FirstRadius(atoms, k, cutoff); pending.Length > 0; radius = Math.Min(radius * Growth, cutoff))
        {
            var search = new NeighbourSearch(atoms, radius);
            var unfinished = new List<int>();
            foreach (int atom in pending)
            {
                ReadOnlySpan<ulong> keys = search.FindNearest(atom, k);
                if (keys.Length < k && radius < cutoff)
                {
                    unfinished.Add(atom);
                    continue;
                }
                counts[atom] = keys.Length;
                search.Write(atom, keys, slots, atom * k);
            }
            pending = [.. unfinished];
        }
        return Pack(slots, counts, k);
    }

    /// <summary>The radius of a sphere that holds 1.5 (k + 1) atoms at the mean density; the cutoff for a molecule, which has none.</summary>
    private static double FirstRadius(WrappedAtoms atoms, int k, double cutoff)
    {
        if (atoms.Cell is null || atoms.Count == 0) return cutoff;
        double volume = 1.5 * (k + 1) * atoms.Volume / atoms.Count;
        return Math.Min(cutoff, Math.Cbrt(3 * volume / (4 * Math.PI)));
    }

    private static NeighbourList Pack(EdgeArrays slots, int[] counts, int k)
    {
        int[] start = new int[counts.Length + 1];
        for (int atom = 0; atom < counts.Length; atom++) start[atom + 1] = start[atom] + counts[atom];
        if (start[^1] == counts.Length * k) return new NeighbourList(start, slots);
        var edges = new EdgeArrays(start[^1]);
        for (int atom = 0; atom < counts.Length; atom++) slots.CopyTo(edges, atom * k, start[atom], counts[atom]);
        return new NeighbourList(start, edges);
    }
}
