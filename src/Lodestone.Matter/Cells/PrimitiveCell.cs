using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Cells;

/// <summary>
/// Finds the pure translations of a crystal and the cell that they leave: p translations make fractions of the cell that are multiples
/// of 1/p, so the finer lattice is found exactly, in whole numbers.
/// </summary>
internal static class PrimitiveCell
{
    private const int Attempts = 4;
    private const double MomentTolerance = 1e-3;

    /// <summary>The crystal in a primitive cell, or the crystal itself where it is primitive.</summary>
    /// <returns>The primitive crystal, and for each site of the given one its site there.</returns>
    public static (Structure Primitive, int[] SiteOf) Find(Structure crystal, double tolerance)
    {
        int[] same = [.. Enumerable.Range(0, crystal.Sites.Length)];
        // Within a loose tolerance, what maps onto itself need not be a group; a tighter one is tried then.
        for (int attempt = 0; attempt < Attempts; attempt++, tolerance /= 2)
        {
            List<Translation> translations = Translations(crystal, tolerance);
            if (translations.Count == 0) return (crystal, same);
            if (Reduce(crystal, translations) is { } reduced) return reduced;
        }
        return (crystal, same);
    }

    private static (Structure Primitive, int[] SiteOf)? Reduce(Structure crystal, List<Translation> translations)
    {
        int order = translations.Count + 1;
        if (crystal.Sites.Length % order != 0) return null;
        IEnumerable<CellImage> cell = [new(order, 0, 0), new(0, order, 0), new(0, 0, order)];
        IntegerMatrix3 basis = HermiteForm.Of(cell.Concat(translations.Select(t => Whole(order * t.Fractional))));
        if (basis.Determinant != (long)order * order) return null;

        int[] siteOf = SitesOf(crystal.Sites.Length, translations, out int[] kept);
        if (kept.Length * order != crystal.Sites.Length) return null;
        Matrix3D rows = basis.ToMatrix3D() * crystal.Lattice!.Vectors;
        double scale = 1.0 / order;
        Lattice lattice = new Lattice(new(scale * rows.A, scale * rows.B, scale * rows.C)).NiggliReduced().Reduced;
        Structure primitive = crystal.With(lattice, kept.Select(i =>
            crystal.Sites[i].At(StructureTransforms.Wrap(lattice.ToFractional(crystal.Sites[i].Cartesian)), lattice)));
        return (primitive, siteOf);
    }

    /// <summary>The site of the primitive cell for each site, and which sites are kept for it.</summary>
    private static int[] SitesOf(int sites, List<Translation> translations, out int[] kept)
    {
        int[] siteOf = new int[sites];
        Array.Fill(siteOf, -1);
        var first = new List<int>();
        for (int i = 0; i < sites; i++)
        {
            if (siteOf[i] >= 0) continue;
            siteOf[i] = first.Count;
            foreach (Translation translation in translations) siteOf[translation.Image[i]] = first.Count;
            first.Add(i);
        }
        kept = [.. first];
        return siteOf;
    }

    /// <summary>The translations, other than those of the lattice, that map every site onto one of the same kind.</summary>
    private static List<Translation> Translations(Structure crystal, double tolerance)
    {
        int[][] kinds = [.. Enumerable.Range(0, crystal.Sites.Length).GroupBy(i => Kind(crystal.Sites[i])).Select(kind => kind.ToArray())];
        int[] rarest = kinds.MinBy(kind => kind.Length)!;
        var found = new List<Translation>();
        foreach (int target in rarest[1..])
        {
            Vector3D shift = crystal.Sites[target].Fractional - crystal.Sites[rarest[0]].Fractional;
            if (Images(crystal, kinds, shift, tolerance) is { } image) found.Add(new Translation(shift, image));
        }
        return found;
    }

    private static int[]? Images(Structure crystal, int[][] kinds, Vector3D shift, double tolerance)
    {
        int[] image = new int[crystal.Sites.Length];
        bool[] taken = new bool[crystal.Sites.Length];
        foreach (int[] kind in kinds)
            foreach (int i in kind)
            {
                Site site = crystal.Sites[i];
                int match = Array.FindIndex(kind, j => !taken[j] && SameMoment(site, crystal.Sites[j])
                    && Apart(crystal.Lattice!, site.Fractional + shift - crystal.Sites[j].Fractional) <= tolerance);
                if (match < 0) return null;
                image[i] = kind[match];
                taken[kind[match]] = true;
            }
        return image;
    }

    private static string Kind(Site site) => string.Join(' ', site.Species.OrderBy(s => s.Element.AtomicNumber).Select(s => s.ToString()));

    private static bool SameMoment(Site a, Site b) =>
        ((a.Moment ?? Vector3D.Zero) - (b.Moment ?? Vector3D.Zero)).Length <= MomentTolerance;

    /// <summary>Distance, Å, between points that differ by a fraction; the nearest images of close points are found by rounding.</summary>
    private static double Apart(Lattice lattice, Vector3D fraction) =>
        lattice.ToCartesian(new(
            fraction.X - Math.Round(fraction.X), fraction.Y - Math.Round(fraction.Y), fraction.Z - Math.Round(fraction.Z))).Length;

    private static CellImage Whole(Vector3D v) => new((int)Math.Round(v.X), (int)Math.Round(v.Y), (int)Math.Round(v.Z));

    /// <summary>A translation, as a fraction of the cell, and the site onto which it maps each site.</summary>
    private sealed record Translation(Vector3D Fractional, int[] Image);
}
