using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data.Sources;

/// <summary>What the columns of a table mean.</summary>
internal sealed class TableColumns
{
    /// <summary>The usual name of the column of ids.</summary>
    public const string IdName = "id";

    private static readonly (string Name, string Ending)[] StructureColumns = [("cif", ".cif"), ("poscar", ".vasp"), ("structure", ".json")];
    private static readonly string[] IdColumns = [IdName, "material_id"];

    /// <summary>Names of the column of formulas: our own, and those of Matbench, pymatgen and the iBRNet data.</summary>
    internal static readonly string[] FormulaColumns = ["formula", "composition", "pretty_formula", "pretty_comp"];

    private TableColumns(ImmutableArray<string> names)
    {
        Names = names;
        Structures = [.. StructureColumns.Select(kind => (Index: IndexOf(kind.Name), kind.Ending)).Where(column => column.Index >= 0)];
        Formula = (Structures.IsEmpty ? FormulaColumns : FormulaColumns[..1]).Select(IndexOf).FirstOrDefault(index => index >= 0, -1);
        int named = IdColumns.Select(IndexOf).FirstOrDefault(index => index >= 0, -1);
        Id = named >= 0 ? named : Structures.Any(column => column.Index == 0) ? -1 : 0;
        Properties = [.. Enumerable.Range(0, names.Length)
            .Where(index => index != named && names[index].Length > 0 && !IsStructure(index))];
    }

    /// <summary>The names, as the header has them, without surrounding spaces.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The columns that hold structures and the file ending of their format, in the order in which they are tried.</summary>
    public ImmutableArray<(int Index, string Ending)> Structures { get; }

    /// <summary>The column that holds formulas, or −1; beside structures only one named <c>formula</c>.</summary>
    public int Formula { get; }

    /// <summary>The column that names the rows: <c>id</c>, <c>material_id</c>, or the first; −1 where that holds structures.</summary>
    public int Id { get; }

    /// <summary>The columns whose cells become properties.</summary>
    public ImmutableArray<int> Properties { get; }

    /// <summary>True for the name of a column of ids.</summary>
    public static bool IsId(string? name) => IdColumns.Contains(name?.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>True for the name of a column that may say what each row is.</summary>
    public static bool SaysWhatRowsAre(string? name) =>
        StructureColumns.Select(kind => kind.Name).Concat(FormulaColumns).Contains(name?.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a column of structures.</summary>
    /// <param name="column">Its index.</param>
    public bool IsStructure(int column) => Structures.Any(structure => structure.Index == column);

    /// <summary>Finds the meaning of a header.</summary>
    /// <exception cref="InputException">No column says what the materials are, or a name is there twice.</exception>
    public static TableColumns Of(IEnumerable<string?> header, string source)
    {
        ImmutableArray<string> names = [.. header.Select(name => (name ?? "").Trim())];
        if (names.All(name => name.Length == 0))
            throw new InputException($"The table '{source}' is empty; its first line must name the columns.");
        string? twice = names.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twice is not null)
            throw new InputException($"The table '{source}' has two columns named '{twice}'; rename one of them.");
        var columns = new TableColumns(names);
        if (columns.Structures.IsEmpty && columns.Formula < 0)
        {
            throw new InputException($"The table '{source}' has no column 'cif', 'poscar', 'structure' or 'formula', one of which must say "
                + $"what each row is; its columns are: {Shorten(names)}.");
        }
        return columns;
    }

    private int IndexOf(string name) => Names.IndexOf(name, 0, Names.Length, StringComparer.OrdinalIgnoreCase);

    private static string Shorten(ImmutableArray<string> names)
    {
        IEnumerable<string> first = names.Take(20).Select(name => name.Length > 40 ? name[..40] + "…" : name);
        return string.Join(", ", first) + (names.Length > 20 ? $" and {names.Length - 20} more" : "");
    }
}
