using System.Collections.Immutable;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>A row of the atom list before symmetry makes its images.</summary>
internal sealed class AsymmetricSite(string label, int line, ImmutableArray<Species> species, Vector3D fractional)
{
    public string Label { get; } = label;

    public int Line { get; } = line;

    public ImmutableArray<Species> Species { get; set; } = species;

    public Vector3D Fractional { get; set; } = fractional;

    /// <summary>Moment in µB, Cartesian.</summary>
    public Vector3D? Moment { get; set; }

    /// <summary>Number of images in the cell as the file gives it, or null.</summary>
    public int? Multiplicity { get; init; }

    /// <summary>The disorder assembly and group, where the file gives a group.</summary>
    public (string Assembly, string Group)? Disorder { get; init; }

    public double Occupancy
    {
        get
        {
            double sum = 0;
            foreach (Species one in Species) sum += one.Occupancy;
            return sum;
        }
    }
}
