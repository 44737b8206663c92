using System.Collections.Immutable;
using Lodestone.Data.Descriptors.Elemental;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;

namespace Lodestone.Data.Descriptors.Structural;

/// <summary>How the magnetic atoms stand to one another.</summary>
internal sealed class MagneticGroup : StructureGroup
{
    private const double LeastWeight = 0.01;
    private const string Kanamori = "Goodenough, Phys. Rev. 100, 564 (1955); Kanamori, J. Phys. Chem. Solids 10, 87 (1959).";

    public override ImmutableArray<Descriptor> Descriptors { get; } =
    [
        new("magnetic_atoms_A3", "1/Å³", "Magnetic atoms by volume.", Own),
        new("min_magnetic_distance_A", "Å", "Shortest distance of two magnetic atoms within 9.5 Å.", Own),
        new("mean_magnetic_distance_A", "Å", "Mean distance of a magnetic atom to the nearest other within 9.5 Å.", Own),
        new("std_magnetic_distance_A", "Å", "Standard deviation of the distance of a magnetic atom to the nearest other within 9.5 Å.", Own),
        new("mean_magnetic_neighbours", "", "Mean number of magnetic atoms within 1.2 times the distance of the nearest.", Own),
        new("magnetic_bonds", "", "Share of the bonds of magnetic atoms that lead to magnetic atoms.", "Hoppe, Z. Kristallogr. 150, 23 (1979)."),
        new("mean_bridge_angle_deg", "°", "Mean angle of two bonds from a bridging atom to magnetic ones, the path of superexchange.", Kanamori),
    ];

    public override void Describe(DescribedCrystal crystal, Span<double> values)
    {
        bool[] magnetic = [.. crystal.Elements.Select(MagneticElements.Contains)];
        values.Fill(double.NaN);
        values[0] = magnetic.Count(isMagnetic => isMagnetic) / crystal.Structure.Lattice!.Volume;
        NeighbourList edges = crystal.Neighbours;
        var nearest = new List<double>();
        double neighbours = 0, toMagnetic = 0, all = 0;
        for (int e = 0, site = -1; e < edges.Count; e++)
        {
            if (!magnetic[edges.Source[e]]) continue;
            all += crystal.Bonds.Weight[e];
            if (!magnetic[edges.Target[e]]) continue;
            toMagnetic += crystal.Bonds.Weight[e];
            if (edges.Source[e] != site) nearest.Add(edges.Distance[e]);
            site = edges.Source[e];
            if (edges.Distance[e] <= 1.2 * nearest[^1]) neighbours++;
        }

        if (all > 0) values[5] = toMagnetic / all;
        if (nearest.Count == 0) return;
        Spread spread = Spread.Of([.. nearest]);
        (values[1], values[2], values[3]) = (spread.Low, spread.Mean, spread.Deviation);
        values[4] = neighbours / nearest.Count;
        values[6] = BridgeAngle(crystal, magnetic);
    }

    private static double BridgeAngle(DescribedCrystal crystal, bool[] magnetic)
    {
        NeighbourList edges = crystal.Neighbours;
        double sum = 0, total = 0;
        for (int site = 0; site < magnetic.Length; site++)
        {
            if (magnetic[site]) continue;
            int[] bonds = [.. Enumerable.Range(edges.Start[site], edges.Start[site + 1] - edges.Start[site])
                .Where(e => magnetic[edges.Target[e]] && crystal.Bonds.Weight[e] > LeastWeight)];
            for (int i = 0; i < bonds.Length; i++)
                for (int j = 0; j < i; j++)
                {
                    double weight = crystal.Bonds.Weight[bonds[i]] * crystal.Bonds.Weight[bonds[j]];
                    Vector3D u = edges.Vector[bonds[i]], v = edges.Vector[bonds[j]];
                    sum += weight * double.RadiansToDegrees(Math.Atan2(Vector3D.Cross(u, v).Length, Vector3D.Dot(u, v)));
                    total += weight;
                }
        }

        return sum / total;
    }
}
