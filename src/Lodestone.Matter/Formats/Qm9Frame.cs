using System.Collections.Immutable;

namespace Lodestone.Matter.Formats;

/// <summary>What QM9's own XYZ files add to a frame: a line of properties for a title, and three lines behind the atoms.</summary>
/// <remarks>R. Ramakrishnan, P. O. Dral, M. Rupp and O. A. von Lilienfeld, Scientific Data 1, 140022 (2014), tables 2 and 3.</remarks>
internal static class Qm9Frame
{
    private const int LinesBehindAtoms = 3;

    private static readonly string[] Names =
    [
        "rotational_constant_A_GHz", "rotational_constant_B_GHz", "rotational_constant_C_GHz", "dipole_moment_D", "polarizability_a0_3", "homo_Ha",
        "lumo_Ha", "gap_Ha", "electronic_extent_a0_2", "zero_point_energy_Ha", "U0_Ha", "U_Ha", "H_Ha", "G_Ha", "Cv_cal_mol_K",
    ];

    /// <summary>True for a title such as <c>gdb 1 157.7 …</c>: the name of the data set, a number, then values.</summary>
    public static bool HasTitle(string comment) => Fields.Split(comment) is ["gdb", var number, ..] && Fields.TryWhole(number, out _);

    /// <summary>The name in a title: <c>gdb 1</c>.</summary>
    public static string NameOf(string title) => string.Join(' ', Fields.Split(title).Take(2));

    /// <summary>The values of a title, by name; none where there are not the fifteen of the data set.</summary>
    public static ImmutableDictionary<string, string> PropertiesOf(string title)
    {
        string[] values = Fields.Split(title)[2..];
        return values.Length == Names.Length
            ? Names.Zip(values).ToImmutableDictionary(pair => pair.First, pair => pair.Second)
            : ImmutableDictionary<string, string>.Empty;
    }

    /// <summary>Passes over the lines of frequencies, SMILES and InChI behind the atoms, where they were not taken away.</summary>
    /// <exception cref="UnreadableException">What stands there is something else.</exception>
    public static void PassOverEnd(LineReader lines)
    {
        if (lines.PeekFilled() is not { } next || Fields.TryWhole(next.Trim(), out _)) return;
        for (int i = 1; i < LinesBehindAtoms; i++) lines.Require("the lines behind the atoms of a molecule of QM9");
        if (!lines.Require("the InChI of a molecule of QM9").StartsWith("InChI=", StringComparison.Ordinal))
            throw new UnreadableException(lines.Line, "Here the InChI of a molecule of QM9 was expected, behind its frequencies and its SMILES.");
    }
}
