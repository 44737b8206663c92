using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data.Descriptors.Structural;

/// <summary>The radial distribution function at some distances, smoothed by a Gaussian.</summary>
internal sealed class RadialGroup : StructureGroup
{
    private const double Width = 0.5;
    private static readonly int[] Distances = [2, 3, 4, 5, 6, 7, 8];

    public override ImmutableArray<Descriptor> Descriptors { get; } =
    [
        .. Distances.Select(r => new Descriptor(
            $"rdf_{r}A", "", $"Density of atoms at {r} Å from an atom by the mean density, smoothed by a Gaussian of 0.5 Å.",
            "Hansen and McDonald, Theory of Simple Liquids, 4th ed. (2013).")),
    ];

    public override void Describe(DescribedCrystal crystal, Span<double> values)
    {
        values.Clear();
        NeighbourList edges = crystal.Neighbours;
        double density = crystal.Elements.Length / crystal.Structure.Lattice!.Volume;
        for (int k = 0; k < Distances.Length; k++)
        {
            double r = Distances[k];
            foreach (double distance in edges.Distance)
            {
                double x = (distance - r) / Width;
                if (Math.Abs(x) < 3) values[k] += Math.Exp(-x * x / 2);
            }

            double shell = 4 * Math.PI * r * r * density * Math.Sqrt(2 * Math.PI) * Width;
            values[k] /= shell * crystal.Elements.Length;
        }
    }
}
