using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry.Standard;

/// <summary>The primitive cells of centred ones.</summary>
internal static class CentredCell
{
    /// <summary>The crystal of a conventional cell in the primitive one, turned and placed as it is; each site of it once.</summary>
    public static Structure Primitive(Structure conventional, SpaceGroup group)
    {
        Matrix3D edges = Edges(group.HermannMauguin[0]), inverse = edges.Inverse();
        if (edges == Matrix3D.Identity) return conventional;
        var lattice = new Lattice(edges * conventional.Lattice!.Vectors);
        var sites = new List<Site>();
        foreach (Site site in conventional.Sites)
        {
            Vector3D place = StandardFraction.Of(site.Fractional * inverse);
            if (!sites.Exists(other => other.Species.SequenceEqual(site.Species) && StandardFraction.AreEqual(other.Fractional, place)))
                sites.Add(site.At(place, lattice));
        }
        return conventional.With(lattice, sites);
    }

    /// <summary>The primitive edges in rows, as shares of the conventional ones (Togo, Shinohara and Tanaka, arXiv:1808.01590).</summary>
    /// <param name="letter">The centring letter of a standard setting; an R lattice in hexagonal axes.</param>
    private static Matrix3D Edges(char letter)
    {
        const double half = 1 / 2.0, third = 1 / 3.0;
        return letter switch
        {
            'A' => new(new(1, 0, 0), new(0, half, half), new(0, -half, half)),
            'C' => new(new(half, -half, 0), new(half, half, 0), new(0, 0, 1)),
            'I' => new(new(-half, half, half), new(half, -half, half), new(half, half, -half)),
            'F' => new(new(0, half, half), new(half, 0, half), new(half, half, 0)),
            'R' => new(new(2 * third, third, third), new(-third, third, third), new(-third, -2 * third, third)),
            _ => Matrix3D.Identity,
        };
    }
}
