namespace Lodestone.Matter.Tests.Formats;

/// <summary>Small valid files of every format, each with several of its features.</summary>
internal static class ValidTexts
{
    private const string Cell = "_cell_length_a 5.41(2)\n_cell_length_b 5.41\n_cell_length_c 7.66\n_cell_angle_alpha 90\n_cell_angle_beta 90.000\n_cell_angle_gamma 90\n";

    /// <summary>The files of a reader.</summary>
    public static IReadOnlyList<string> Of(string reader) => reader switch
    {
        "POSCAR" =>
        [
            "salt\n1.0\n4.0 0.0 0.0\n0.0 4.0 0.0\n0.0 0.0 4.1\nNa_pv Cl/1a2b\n2 1\nSelective dynamics\nDirect\n0 0 0 T T F\n0.5 0.5 0.5 F F F\n0.5 0.0 0.51 T T T\n\n0.1 0.2 0.3\n",
            "Fe O\n-54.0D+00\n1 0 0\n0.5 2 0\n0 -0.1 1\n1 2\nCartesian\n0.0 0.0 0.0 # Fe1\n0.0 1.0 0.5 # O1\n0.5 0.5 0.25 # O2\n",
            "wrapped\n2 3 4\n1 0 0\n0 1 0\n0 0 1\nLi O Li\nO Li\n1 1 1\n2 1\nDirect\n0 0 0\n.5 .5 .5\n.5 .5 0\n.5 0 .5\n0 .5 .5\n0 .5 0\n",
        ],
        "CIF" =>
        [
            $"#\\#CIF_1.1\ndata_one\n_chemical_formula_sum 'Ca O3 Ti'\n_cell_formula_units_Z 4\n{Cell}_symmetry_space_group_name_H-M 'P n m a'\nloop_\n_atom_site_label\n_atom_site_type_symbol\n"
                + "_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n_atom_site_symmetry_multiplicity\nCa1 Ca2+ 0.0359 0.25 0.9926(1) 1.0 4\n"
                + "Ti1 Ti4+ 0 0 0.5 0.9 4\nZr1 Zr4+ 0 0 0.5 0.1 4\nO1 O2- 0.4837 0.25 0.0778 1 4\nO2 O2- 0.2884 0.0371 0.7111 1 8\n",
            $"data_two\n{Cell}loop_\n_space_group_symop_operation_xyz\nx,y,z\n'-x, y+1/2, -z+1/2'\n'-x,-y,-z'\n'+x,1/2-y,.5+z'\nloop_\n_atom_site.label\n_atom_site.fract_x\n_atom_site.fract_y\n_atom_site.fract_z\n"
                + "_atom_site.disorder_group\nFe1 .1 .2 .3 .\nO1 0.31 0.02 0.05 1\nO2 0.33 0.05 0.06 2\nOW1 . 0.6 0.6 .\n_publ_text\n;\nsome text\n;\n"
                + $"data_three\n{Cell}_symmetry_space_group_name_H-M 'P 4/n m m:1'\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nFe1 0 0 0\nSe1 0 0.5 0.2652\n",
            "data_molecule\nloop_\n_atom_site_type_symbol\n_atom_site_Cartn_x\n_atom_site_Cartn_y\n_atom_site_Cartn_z\nO 0 0 0\nH 0.96 0 0\nH -0.2 0.9 0\n",
            $"data_origin\n_chemical_formula_sum 'Fe Se'\n_cell_formula_units_Z 2\n_exptl_crystal_density_diffrn 5.7\n{Cell}_space_group_name_H-M_alt 'P 4/n m m'\nloop_\n_atom_site_label\n"
                + "_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nFe1 0 0 0\nSe1 0 0.5 0.2652\n",
        ],
        "magnetic CIF" =>
        [
            $"data_m\n{Cell}loop_\n_space_group_symop_magn_operation.id\n_space_group_symop_magn_operation.xyz\n1 x,y,z,+1\n2 -x,-y,-z,+1\n"
                + "loop_\n_space_group_symop_magn_centering.id\n_space_group_symop_magn_centering.xyz\n1 x,y,z,+1\n2 x+1/2,y+1/2,z,-1\n"
                + "loop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nMn1 Mn 0 0 0\nO1 O 0.1 0.3 0.25\n"
                + "loop_\n_atom_site_moment.label\n_atom_site_moment.crystalaxis_x\n_atom_site_moment.crystalaxis_y\n_atom_site_moment.crystalaxis_z\n_atom_site_moment.symmform\nMn1 0.1 3.2(1) -0.5 mx,my,mz\n",
        ],
        "XYZ" =>
        [
            "3\nwater molecule\nO 0 0 0\nH 0.76 0.59 0\n1 -0.76 0.59 0 0.1 0.2\n\n2\n\nN 0 0 0\nN 0 0 1.1D+00\n",
            "5\ngdb 1\t157.7\t157.7\nC\t-0.01\t 1.08\t 0.008\t-0.53\nH\t 0.002\t-0.006\t 0.0019\t 0.13\nH\t 1.01\t 1.46\t 2.7*^-4\t 0.13\nH\t-0.54\t 1.44\t-0.87\t 0.13\nH\t-0.52\t 1.43\t 0.90\t 0.13\n"
                + "1341.3\t1341.3\nC\tC\nInChI=1S/CH4/h1H4\tInChI=1S/CH4/h1H4\n",
        ],
        "extended XYZ" =>
        [
            "2\nProperties=forces:R:3:Z:I:1:pos:R:3:magmoms:R:1 Lattice=\"4 0 0  0 5 0  0.5 0 6\" energy=-3.25 note=\"a \\\"b\\\" c=d\" virial={1 2 [3]} relaxed pbc=\"T T F\"\n0 0 0 26 0.25 0 6 2.2\n0 0 0 8 1 1 1 -0.1\n"
                + "1\nLattice=\"3 0 0 1 3 0 0 0 3\" Properties=species:S:1:pos:R:3:magmoms:R:3 name=second\nFe 0.1 0.2 0.3 1 0 2\n",
        ],
        "SDF" =>
        [
            "hydroxide\n     test           3D\n\n  2  1  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 O   0  5\n    0.9600   -0.1000    0.0000 D   0  0\n  1  2  1  0\n"
                + "M  CHG  1   1  -1\nM  END\n>  <E1-CC2>  (1)\n0.25\n\n> <note>\ntwo\nlines\n\n$$$$\n",
            "m\n\n\n  0  0  0     0  0            999 V3000\nM  V30 BEGIN CTAB\nM  V30 COUNTS 2 0 0 0 0\nM  V30 BEGIN ATOM\nM  V30 7 N 0 0 1.5 0 -\nM  V30 CHG=1\nM  V30 9 Cl 0 2 0 0\nM  V30 END ATOM\n"
                + "M  V30 END CTAB\nM  END\n",
        ],
        "pymatgen JSON" => [Salt.ReplaceLineEndings("\n"), $"[{Molecule},\n{{\"material_id\": \"mp-1\", \"structure\": {Salt}}}]".ReplaceLineEndings("\n")],
        "pymatgen JSON lines" =>
        [
            string.Join('\n', $"{{\"material_id\": \"mp-1\", \"gap\": 1.5, \"structure\": {Salt.ReplaceLineEndings(" ")}}}", "", Molecule, ""),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(reader), reader, "There is no such reader."),
    };

    private const string Salt = """
        {"@module": "pymatgen.core.structure", "@class": "Structure", "charge": 1, "properties": {"energy": -1.5, "note": "NaN is a salt", "gap": NaN},
         "lattice": {"matrix": [[3.0, 0, 0], [0, 4.0, 0], [0, 0.5, 5.0]], "pbc": [true, true, true], "a": 3.0, "b": 4.0, "c": 5.0249, "alpha": 84.3, "beta": 90.0, "gamma": 90.0},
         "sites": [
          {"species": [{"element": "Fe", "oxidation_state": 3, "occu": 0.75, "spin": 5}, {"element": "Ni", "occu": 0.25, "properties": {"spin": 1}}],
           "abc": [0.5, 0.25, 0.2], "xyz": [1.5, 1.1, 1.0], "label": "M1", "properties": {"coordination_no": 6}},
          {"species": [{"element": "O", "occu": 1}], "abc": [0.0, 0.5, 0.5], "properties": {"magmom": {"@class": "Magmom", "moment": [0, 1, 0], "saxis": [0, 1, 1]}}}]}
        """;

    private const string Molecule =
        """{"@class": "Molecule", "charge": -1, "spin_multiplicity": 2, "sites": [{"name": "O", "species": [{"element": "O", "occu": 1}], "xyz": [0.0, 0.0, 0.0], "properties": {"magmom": 1.0}}, {"species": [{"element": "H"}], "xyz": [0.96, 0, 0]}]}""";
}
