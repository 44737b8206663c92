using System.Globalization;
using Lodestone.Matter.Cells;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats;

/// <summary>
/// What no crystal and no molecule has: every reader refuses a structure beyond these bounds, so that whatever is computed of it later can be.
/// </summary>
/// <remarks>
/// The bounds are far from everything that is real. The longest period that was measured in a crystal, of a polytype of SiC, has 3,000 Å, boxes of
/// simulations stay below 10,000 Å; hydrogen in the core of Jupiter has 1 Å³ an atom. Within the bounds, fractional coordinates keep ten decimals, the
/// image of a cell that holds an atom is a whole number of 32 bits, and a sphere of a few Å holds thousands of atoms at most.
/// </remarks>
internal static class StructureBounds
{
    /// <summary>No edge of a cell is longer, and no Cartesian coordinate is farther from the origin, Å.</summary>
    public const double Longest = 100_000;

    /// <summary>No fractional coordinate is farther from 0, in edges of the cell: atoms that leave a simulated cell stay far below.</summary>
    public const double FarthestCell = 100_000;

    /// <summary>No crystal repeats after less, Å: two atoms of hydrogen are seven times as far apart.</summary>
    public const double ShortestPeriod = 0.1;

    /// <summary>No site, shared or whole, has less of the cell's volume, Å³.</summary>
    public const double LeastVolume = 0.1;

    /// <summary>No site is occupied by less and still counts.</summary>
    public const double LeastOccupancy = 1e-6;

    /// <summary>No atom has a larger moment, µB; gadolinium has 8.</summary>
    public const double LargestMoment = 1000;

    /// <summary>Edge lengths multiplied over the volume: a reduced cell has less than this, and its edges are the shortest periods.</summary>
    private const double Skewed = 2;

    /// <summary>Why a cell cannot be one, in a sentence; null where it may be.</summary>
    public static string? FaultOf(Lattice lattice)
    {
        (double a, double b, double c) = lattice.Lengths;
        double longest = Math.Max(a, Math.Max(b, c)), shortest = Math.Min(a, Math.Min(b, c));
        if (!(longest <= Longest)) return Sentence($"An edge of the cell is {longest:g4} Å long, more than the {Longest:g} Å that any crystal has");
        if (shortest >= ShortestPeriod && a * b * c > Skewed * lattice.Volume)
        {
            if (!NiggliReduction.TryReduce(lattice.Vectors, out IntegerMatrix3 transformation)) return Sentence($"The cell is too flat or too skewed");
            Matrix3D reduced = transformation.ToMatrix3D() * lattice.Vectors;
            shortest = Math.Min(reduced.A.Length, Math.Min(reduced.B.Length, reduced.C.Length));
        }
        return shortest >= ShortestPeriod ? null : Sentence($"The cell repeats after {shortest:g4} Å, less than an atom");
    }

    /// <summary>Why a cell cannot hold so many sites, in a sentence; null where it may.</summary>
    public static string? FaultOf(Lattice lattice, int sites) => lattice.Volume >= LeastVolume * sites
        ? null
        : Sentence($"The cell of {lattice.Volume:g4} Å³ is too small for its {sites} atoms");

    /// <summary>Why an atom cannot be where it is, in a sentence; null where it may be.</summary>
    /// <param name="cartesian">Å.</param>
    /// <param name="fractional">In a crystal; null in a molecule.</param>
    public static string? FaultOf(Vector3D cartesian, Vector3D? fractional)
    {
        if (fractional is { } cells && !(Farthest(cells) <= FarthestCell))
            return string.Create(CultureInfo.InvariantCulture, $"The atom lies {Farthest(cells):g4} cells away from the origin: its position is wrong.");
        return Farthest(cartesian) <= Longest
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"The atom lies {Farthest(cartesian):g4} Å away from the origin: its position or its unit is wrong.");
    }

    /// <summary>Why an atom cannot have its moment, in a sentence; null where it may have it.</summary>
    public static string? FaultOfMoment(Vector3D moment) => moment.Length <= LargestMoment
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"The magnetic moment of {moment.Length:g4} µB is larger than that of any atom.");

    private static string Sentence(FormattableString what) => $"{what.ToString(CultureInfo.InvariantCulture)}: its lattice or its unit is wrong.";

    private static double Farthest(Vector3D v) => Math.Max(Math.Abs(v.X), Math.Max(Math.Abs(v.Y), Math.Abs(v.Z)));
}
