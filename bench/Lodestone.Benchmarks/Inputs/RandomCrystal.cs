using System.Globalization;
using System.Text;
using Lodestone.Data;
using Lodestone.Matter;

namespace Lodestone.Benchmarks.Inputs;

/// <summary>
/// Random crystals as CIF texts in P 1, laid out as pymatgen does: three elements on the points of a shaken grid, 10 to 30 Å³ an atom.
/// </summary>
internal static class RandomCrystal
{
    /// <summary>
    /// Numbers of sites at the middles of twenty equal parts of the crystals of the Materials Project that Lodestone is measured on
    /// (docs/performance.md); their mean is 17.
    /// </summary>
    private static readonly int[] Sizes = [3, 4, 4, 5, 6, 8, 8, 10, 12, 12, 14, 16, 18, 20, 22, 24, 30, 36, 40, 48];

    /// <summary>A crystal with as many sites as a real one may have.</summary>
    public static string Cif(RandomGenerator random) => Cif(random, Sizes[random.Next(Sizes.Length)]);

    /// <summary>A crystal with a given number of sites.</summary>
    public static string Cif(RandomGenerator random, int sites)
    {
        double Between(double low, double high) => low + (high - low) * random.NextDouble();
        double[] lengths = [Between(0.8, 1.2), Between(0.8, 1.2), Between(0.8, 1.2)];
        double[] angles = [Between(70, 110), Between(70, 110), Between(70, 110)];
        double volume = Lattice.FromParameters(lengths[0], lengths[1], lengths[2], angles[0], angles[1], angles[2]).Volume;
        double scale = Math.Cbrt(sites * Between(10, 30) / volume);
        string[] palette = [.. Enumerable.Range(0, 3).Select(_ => new Element(1 + random.Next(92)).Symbol)];
        string[] elements = [.. Enumerable.Range(0, sites).Select(site => palette[site % palette.Length])];
        string formula = string.Join(' ', elements.CountBy(element => element).Select(pair => $"{pair.Key}{pair.Value}"));

        var text = new StringBuilder("# generated using pymatgen\ndata_crystal\n_symmetry_space_group_name_H-M   'P 1'\n");
        foreach (var (axis, name) in new[] { "a", "b", "c" }.Index())
            text.Append(CultureInfo.InvariantCulture, $"_cell_length_{name}   {scale * lengths[axis]:F8}\n");
        foreach (var (axis, name) in new[] { "alpha", "beta", "gamma" }.Index())
            text.Append(CultureInfo.InvariantCulture, $"_cell_angle_{name}   {angles[axis]:F8}\n");
        text.Append(CultureInfo.InvariantCulture, $"_cell_volume   {volume * scale * scale * scale:F8}\n");
        text.Append(CultureInfo.InvariantCulture, $"_chemical_formula_sum   '{formula}'\n");
        text.Append("_symmetry_Int_Tables_number   1\n_cell_formula_units_Z   1\n");
        text.Append("loop_\n _symmetry_equiv_pos_site_id\n _symmetry_equiv_pos_as_xyz\n  1  'x, y, z'\n");
        text.Append("loop_\n _atom_site_type_symbol\n _atom_site_label\n _atom_site_symmetry_multiplicity\n _atom_site_fract_x\n");
        text.Append(" _atom_site_fract_y\n _atom_site_fract_z\n _atom_site_occupancy\n");

        int edge = (int)Math.Ceiling(Math.Cbrt(sites));
        double Shaken(int point) => (point + Between(0.3, 0.7)) / edge;
        foreach (var (site, point) in random.Permutation(edge * edge * edge).Take(sites).Index())
        {
            double x = Shaken(point % edge), y = Shaken(point / edge % edge), z = Shaken(point / edge / edge);
            text.Append(CultureInfo.InvariantCulture, $"  {elements[site]}  {elements[site]}{site}  1  {x:F8}  {y:F8}  {z:F8}  1\n");
        }
        return text.ToString();
    }
}
