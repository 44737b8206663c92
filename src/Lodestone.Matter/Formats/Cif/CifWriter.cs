using System.Globalization;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>Writes crystals as CIF 1.1 with all their atoms (P 1), and with the loops of magnetic CIFs where sites have moments.</summary>
internal static class CifWriter
{
    public static void Write(string name, Structure structure, TextWriter writer)
    {
        if (structure.Lattice is not { } lattice)
            throw new NotSupportedException("A CIF describes a crystal, and this structure is a molecule without a cell; write it as XYZ or SDF.");
        bool isMagnetic = structure.Sites.Any(site => site.Moment is not null);
        writer.Write($"data_{BlockName(name)}\n");
        WriteCell(lattice, writer);
        writer.Write("_space_group_name_H-M_alt  'P 1'\n_space_group_IT_number  1\n");
        writer.Write(isMagnetic
            ? "loop_\n_space_group_symop_magn_operation.id\n_space_group_symop_magn_operation.xyz\n1  x,y,z,+1\n"
            : "loop_\n_space_group_symop_id\n_space_group_symop_operation_xyz\n1  'x, y, z'\n");
        WriteOxidation(structure, writer);
        List<string> labels = WriteAtoms(structure, writer);
        if (isMagnetic) WriteMoments(structure, lattice, labels, writer);
        writer.Write('\n');
    }

    private static void WriteCell(Lattice lattice, TextWriter writer)
    {
        Matrix3D rows = lattice.Vectors;
        (string Tag, double Value)[] items =
        [
            ("length_a", rows.A.Length), ("length_b", rows.B.Length), ("length_c", rows.C.Length),
            ("angle_alpha", Angle(rows.B, rows.C)), ("angle_beta", Angle(rows.A, rows.C)), ("angle_gamma", Angle(rows.A, rows.B)),
            ("volume", lattice.Volume),
        ];
        foreach ((string tag, double value) in items) writer.Write($"_cell_{tag}  {Number(value)}\n");
    }

    private static void WriteOxidation(Structure structure, TextWriter writer)
    {
        List<Species> charged = [.. structure.Sites.SelectMany(site => site.Species).Where(one => one.OxidationState is not null)
            .DistinctBy(one => (one.Element, one.OxidationState)).OrderBy(one => one.Element.AtomicNumber)
            .ThenBy(one => one.OxidationState)];
        if (charged.Count == 0) return;
        writer.Write("loop_\n_atom_type_symbol\n_atom_type_oxidation_number\n");
        foreach (Species one in charged) writer.Write($"{TypeSymbol(one)}  {Number(one.OxidationState!.Value)}\n");
    }

    // One row a species; the rows of a shared site have the same place and labels of their own.
    private static List<string> WriteAtoms(Structure structure, TextWriter writer)
    {
        writer.Write("loop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n");
        var labels = new List<string>();
        for (int i = 0; i < structure.Sites.Length; i++)
        {
            Site site = structure.Sites[i];
            Vector3D place = site.Fractional;
            for (int k = 0; k < site.Species.Length; k++)
            {
                Species one = site.Species[k];
                string label = FormattableString.Invariant($"{one.Element}{i + 1}");
                if (k > 0) label += FormattableString.Invariant($"_{k + 1}");
                if (k == 0) labels.Add(label);
                writer.Write($"{label}  {TypeSymbol(one)}  {Number(place.X)}  {Number(place.Y)}  {Number(place.Z)}  {Number(one.Occupancy)}\n");
            }
        }
        return labels;
    }

    private static void WriteMoments(Structure structure, Lattice lattice, List<string> labels, TextWriter writer)
    {
        writer.Write("loop_\n_atom_site_moment.label\n_atom_site_moment.crystalaxis_x\n_atom_site_moment.crystalaxis_y\n_atom_site_moment.crystalaxis_z\n");
        Matrix3D rows = lattice.Vectors;
        for (int i = 0; i < labels.Count; i++)
        {
            if (structure.Sites[i].Moment is not { } moment) continue;
            Vector3D shares = lattice.ToFractional(moment);
            writer.Write($"{labels[i]}  {Number(shares.X * rows.A.Length)}  {Number(shares.Y * rows.B.Length)}  {Number(shares.Z * rows.C.Length)}\n");
        }
    }

    // Fe3+, O2-, Fe; a charge that is not whole stands in the list of atom types only.
    private static string TypeSymbol(Species one)
    {
        if (one.OxidationState is not { } charge) return one.Element.Symbol;
        return one.Element.Symbol + Math.Abs(charge).ToString(CultureInfo.InvariantCulture) + (charge < 0 ? "-" : "+");
    }

    private static string BlockName(string name)
    {
        string kept = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || "-_.()+".Contains(c) ? c : '_'));
        return kept.Length == 0 ? "structure" : kept[..Math.Min(kept.Length, 70)];
    }

    private static double Angle(Vector3D u, Vector3D v) =>
        double.RadiansToDegrees(Math.Atan2(Vector3D.Cross(u, v).Length, Vector3D.Dot(u, v)));

    // Twelve decimals: finer than any coordinate, coarser than the noise of turning vectors into lengths and angles.
    private static string Number(double value)
    {
        string text = value.ToString("0.############", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
