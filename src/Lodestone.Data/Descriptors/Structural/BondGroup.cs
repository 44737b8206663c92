using System.Collections.Immutable;
using Lodestone.Data.Descriptors.Elemental;
using Lodestone.Matter;

namespace Lodestone.Data.Descriptors.Structural;

/// <summary>Coordination numbers and bond lengths.</summary>
internal sealed class BondGroup : StructureGroup
{
    private const string Hoppe = "Hoppe, Z. Kristallogr. 150, 23 (1979).";

    public override ImmutableArray<Descriptor> Descriptors { get; } =
    [
        new("shortest_distance_A", "Å", "Shortest distance of two atoms.", Own),
        new("mean_coordination", "", "Mean effective coordination number.", Hoppe),
        new("std_coordination", "", "Standard deviation of the effective coordination number.", Hoppe),
        new("min_coordination", "", "Smallest effective coordination number.", Hoppe),
        new("max_coordination", "", "Largest effective coordination number.", Hoppe),
        new("mean_bond_length_A", "Å", "Mean of the mean bond length of an atom.", Hoppe),
        new("std_bond_length_A", "Å", "Standard deviation of the mean bond length of an atom.", Hoppe),
        new("min_bond_length_A", "Å", "Smallest mean bond length of an atom.", Hoppe),
        new("max_bond_length_A", "Å", "Largest mean bond length of an atom.", Hoppe),
        new("bond_distortion", "", "Mean deviation of bond lengths from the mean of their atom, by that mean.", Hoppe),
        new("bond_length_ratio", "", "Mean of bond lengths by the sums of the covalent radii.", "Cordero et al., Dalton Trans. 2832 (2008)."),
        new("unlike_bonds", "", "Share of bonds between different elements.", Own),
        new("bond_electronegativity_difference", "", "Mean difference in electronegativity along bonds.", "Allred, J. Inorg. Nucl. Chem. 17, 215 (1961)."),
    ];

    public override void Describe(DescribedCrystal crystal, Span<double> values)
    {
        NeighbourList edges = crystal.Neighbours;
        BondWeights bonds = crystal.Bonds;
        values[0] = edges.Count == 0 ? double.NaN : edges.Distance.Min();
        Spread.Of(bonds.Coordination).CopyTo(values[1..]);
        Spread.Of(bonds.Length).CopyTo(values[5..]);

        double total = 0, distortion = 0, ratio = 0, unlike = 0, difference = 0;
        for (int e = 0; e < edges.Count; e++)
        {
            double weight = bonds.Weight[e], mean = bonds.Length[edges.Source[e]];
            int source = crystal.Elements[edges.Source[e]].AtomicNumber, target = crystal.Elements[edges.Target[e]].AtomicNumber;
            double[] radius = ElementalProperties.CovalentRadius.Values, electronegativity = ElementalProperties.Electronegativity.Values;
            total += weight;
            distortion += weight * Math.Abs(edges.Distance[e] - mean) / mean;
            ratio += weight * edges.Distance[e] / (radius[source] + radius[target]);
            if (source != target) unlike += weight;
            if (source != target) difference += weight * Math.Abs(electronegativity[source] - electronegativity[target]);
        }

        values[9] = distortion / total;
        values[10] = ratio / total;
        values[11] = unlike / total;
        values[12] = difference / total;
    }
}
