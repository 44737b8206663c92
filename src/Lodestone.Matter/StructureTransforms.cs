using System.Collections.Immutable;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter;

/// <summary>Rigid motions, reorderings and wrapping of structures: what must not change a property of the material.</summary>
public static class StructureTransforms
{
    /// <summary>Turns a structure, its lattice and its moments.</summary>
    /// <param name="structure">The structure.</param>
    /// <param name="rotation">An orthogonal matrix R: positions become <c>v R</c>. Moments, being axial, become <c>det(R) m R</c>.</param>
    public static Structure Rotated(this Structure structure, Matrix3D rotation)
    {
        Lattice? lattice = structure.Lattice is { } given ? new Lattice(given.Vectors * rotation) : null;
        double handedness = rotation.Determinant;
        return structure.With(lattice, structure.Sites.Select(site =>
        {
            Vector3D position = site.Cartesian * rotation;
            return site with
            {
                Cartesian = position,
                Fractional = lattice is null ? position : site.Fractional,
                Moment = site.Moment is { } moment ? handedness * (moment * rotation) : null,
            };
        }));
    }

    /// <summary>Shifts every site by a Cartesian vector, Å.</summary>
    public static Structure Translated(this Structure structure, Vector3D shift)
    {
        Vector3D fraction = structure.Lattice?.ToFractional(shift) ?? shift;
        return structure.With(
            structure.Lattice,
            structure.Sites.Select(site => site with { Cartesian = site.Cartesian + shift, Fractional = site.Fractional + fraction }));
    }

    /// <summary>The same structure, its sites without magnetic moments.</summary>
    public static Structure WithoutMoments(this Structure structure) =>
        structure.With(structure.Lattice, structure.Sites.Select(site => site with { Moment = null }));

    /// <summary>Orders the sites anew.</summary>
    /// <param name="structure">The structure.</param>
    /// <param name="order">For each place, the index of the site that comes there: a permutation of all sites.</param>
    /// <exception cref="ArgumentException">It is not a permutation.</exception>
    public static Structure Permuted(this Structure structure, IReadOnlyList<int> order)
    {
        if (!order.Order().SequenceEqual(Enumerable.Range(0, structure.Sites.Length)))
            throw new ArgumentException("The order must name every site once.", nameof(order));
        return structure.With(structure.Lattice, order.Select(index => structure.Sites[index]));
    }

    /// <summary>Brings the fractional coordinates of a crystal into [0, 1); a molecule stays as it is.</summary>
    public static Structure Wrapped(this Structure structure) =>
        structure.Lattice is { } lattice
            ? structure.With(lattice, structure.Sites.Select(site => site.At(Wrap(site.Fractional), lattice)))
            : structure;

    /// <summary>The distance, Å, between two sites; in a crystal between their nearest images.</summary>
    public static double Distance(this Structure structure, int first, int second)
    {
        Vector3D difference = structure.Sites[second].Cartesian - structure.Sites[first].Cartesian;
        return (structure.Lattice?.MinimumImage(difference) ?? difference).Length;
    }

    /// <summary>A structure with other cell and sites and the same warnings.</summary>
    internal static Structure With(this Structure structure, Lattice? lattice, IEnumerable<Site> sites) =>
        new(lattice, sites.ToImmutableArray(), structure.Warnings);

    /// <summary>The fractional coordinates in [0, 1) of the same point.</summary>
    internal static Vector3D Wrap(Vector3D fractional) => new(Wrap(fractional.X), Wrap(fractional.Y), Wrap(fractional.Z));

    private static double Wrap(double fraction)
    {
        double wrapped = fraction - Math.Floor(fraction);
        // The fraction of a tiny negative number rounds to 1.
        return wrapped < 1 ? wrapped : 0;
    }
}
