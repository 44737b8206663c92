using System.Collections.Immutable;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>Makes the structure of one data block.</summary>
internal sealed class CifStructureReader(CifBlock block, ReadLimits limits)
{
    private static readonly string[] NeededTags =
        ["_cell_length", "_cell_angle", "_symmetry_", "_space_group_symop", "_space_group_name", "_space_group_IT", "_atom_site_"];
    private static readonly string[] UnneededTags = ["_atom_site_aniso", "_atom_site_rot_Fourier", "_atom_site_phason"];

    private static readonly string[] UniqueTags =
        ["_cell_length_a", "_cell_length_b", "_cell_length_c", "_atom_site_fract_x", "_atom_site_fract_y", "_atom_site_fract_z"];

    private readonly CifWarnings _warnings = new();

    /// <summary>Reads the structure.</summary>
    /// <exception cref="UnreadableException">The block holds none that can be read.</exception>
    public Structure Read()
    {
        CheckFaults();
        Lattice? lattice = CifCellReader.Read(block, _warnings);
        if (lattice is not null && IsPlaceholder(lattice)) lattice = null;
        List<AsymmetricSite> sites = new CifAtomReader(block, lattice, _warnings).Read();
        if (sites.Count > limits.Sites) throw TooManySites(sites.Count);
        sites = new DisorderResolver(_warnings).Resolve(sites);
        CifMoments.Read(block, lattice, sites, _warnings);
        if (lattice is null) return Molecule(sites);

        IReadOnlyList<CifSymmetry> symmetries = new CifSymmetryReader(block, lattice, _warnings).Read();
        long most = (long)symmetries.Max(choice => choice.Operations.Length) * sites.Count;
        if (most > limits.Sites) throw TooManySites(most);
        CifSymmetry symmetry = symmetries.Count == 1 ? symmetries[0] : new SettingChooser(block, symmetries, lattice, _warnings).Choose(sites);
        var orbits = new List<SiteOrbit>(sites.Count);
        foreach (AsymmetricSite site in sites)
            orbits.Add(symmetry.IsTrivial ? SiteOrbit.Alone(site) : SiteOrbit.Of(site, symmetry, lattice, _warnings));
        orbits = new SiteMerger(lattice, _warnings).Merge(orbits);
        UnreadableException.ThrowIf(StructureBounds.FaultOf(lattice, orbits.Sum(orbit => orbit.Images.Count)), block.Line);
        FormulaCheck.Compare(block, orbits, _warnings);
        return new Structure(lattice, Sites(orbits, lattice), _warnings.ToImmutable());
    }

    private void CheckFaults()
    {
        foreach (CifFault fault in block.Faults)
        {
            if (fault.Tag is null || IsNeeded(fault.Tag)) throw new UnreadableException(fault.Line, fault.Message);
            _warnings.Add($"Line {fault.Line}: {fault.Message}");
        }
        foreach (string tag in UniqueTags)
            if (block.RepeatedOn(tag) is { } line)
                throw new UnreadableException(
                    line, $"The data name {tag} is given a second time (first on line {block.Column(tag).Line}); remove one.");
    }

    private static bool IsNeeded(string tag) =>
        NeededTags.Any(prefix => Begins(tag, prefix)) && !UnneededTags.Any(prefix => Begins(tag, prefix));

    private static bool Begins(string tag, string prefix) => tag.Length >= prefix.Length
        && CifBlock.SameTag(tag.AsSpan(0, prefix.Length), prefix);

    private Structure Molecule(List<AsymmetricSite> sites)
    {
        _warnings.Add("The file gives no cell: the atoms were read as a molecule with Cartesian positions in Å.");
        List<SiteOrbit> orbits = new SiteMerger(null, _warnings).Merge([.. sites.Select(SiteOrbit.Alone)]);
        return new Structure(null, Sites(orbits, null), _warnings.ToImmutable());
    }

    private static ImmutableArray<Site> Sites(List<SiteOrbit> orbits, Lattice? lattice)
    {
        var sites = ImmutableArray.CreateBuilder<Site>(orbits.Sum(orbit => orbit.Images.Count));
        foreach (SiteOrbit orbit in orbits)
        {
            for (int i = 0; i < orbit.Images.Count; i++)
            {
                Vector3D position = orbit.Images[i];
                sites.Add(new Site(orbit.Site.Species, position, lattice?.ToCartesian(position) ?? position)
                {
                    Label = orbit.Site.Label.Length > 0 ? orbit.Site.Label : null,
                    Moment = orbit.Moments?[i],
                });
            }
        }
        return sites.MoveToImmutable();
    }

    // Macromolecules without a crystal carry a cell of 1 Å (Protein Data Bank format, CRYST1).
    private bool IsPlaceholder(Lattice lattice) =>
        lattice.Vectors == Matrix3D.Identity && block.Column("_atom_site_Cartn_x").Count > 1
            && block.Column("_atom_site_fract_x").Count == 0;

    private UnreadableException TooManySites(long count) => new(block.Line, limits.TooManySites(count));
}
