using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>Reads magnetic moments of sites. Source: the CIF dictionary of magnetic structures, International Union of Crystallography
/// (2016).</summary>
internal static class CifMoments
{
    private static readonly (string X, string Y, string Z, bool IsCartesian)[] Spellings =
    [
        ("_atom_site_moment_crystalaxis_x", "_atom_site_moment_crystalaxis_y", "_atom_site_moment_crystalaxis_z", false),
        ("_atom_site_moment_crystalaxis_mx", "_atom_site_moment_crystalaxis_my", "_atom_site_moment_crystalaxis_mz", false),
        ("_atom_site_moment_Cartn_x", "_atom_site_moment_Cartn_y", "_atom_site_moment_Cartn_z", true),
    ];

    /// <summary>Puts the moments of the block on its sites; a site that the block gives none keeps null.</summary>
    /// <exception cref="UnreadableException">A moment is not three numbers, or it belongs to no site.</exception>
    public static void Read(CifBlock block, Lattice? lattice, List<AsymmetricSite> sites, CifWarnings warnings)
    {
        CifColumn labels = block.Column("_atom_site_moment_label");
        if (labels.Count == 0) return;
        ILookup<string, AsymmetricSite> byLabel = sites.ToLookup(site => site.Label);
        foreach (var (xTag, yTag, zTag, isCartesian) in Spellings)
        {
            CifColumn x = block.Column(xTag), y = block.Column(yTag), z = block.Column(zTag);
            if (x.Count == 0) continue;
            if (x.Count != labels.Count || y.Count != labels.Count || z.Count != labels.Count)
                throw new UnreadableException(x.Line, "The list of moments does not have three components for each label.");
            for (int row = 0; row < labels.Count; row++)
            {
                if (x[row].IsMissing && y[row].IsMissing && z[row].IsMissing) continue;
                string owner = $"the moment of '{labels[row]}'";
                var components = new Vector3D(
                    CifNumbers.Read(x[row], owner, warnings), CifNumbers.Read(y[row], owner, warnings), CifNumbers.Read(z[row], owner, warnings));
                Vector3D moment = isCartesian || lattice is null ? components : AlongAxes(components, lattice);
                UnreadableException.ThrowIf(StructureBounds.FaultOfMoment(moment), x[row].Line);
                Place(labels[row], moment, byLabel, warnings);
            }
            return;
        }
        throw new UnreadableException(
            labels.Line, "The moments have no components along the crystal axes (_atom_site_moment.crystalaxis_x, _y, _z).");
    }

    // Components in µB along unit vectors parallel to a, b and c.
    private static Vector3D AlongAxes(Vector3D components, Lattice lattice)
    {
        Matrix3D rows = lattice.Vectors;
        return new Vector3D(components.X / rows.A.Length, components.Y / rows.B.Length, components.Z / rows.C.Length) * rows;
    }

    private static void Place(CifValue label, Vector3D moment, ILookup<string, AsymmetricSite> sites, CifWarnings warnings)
    {
        bool found = false;
        foreach (AsymmetricSite site in sites[label.ToString()])
        {
            site.Moment = moment;
            found = true;
        }
        if (!found) warnings.Add($"The moment of '{label}' (line {label.Line}) belongs to no atom of the list and was left out.");
    }
}
