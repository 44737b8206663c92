using System.Globalization;
using Lodestone.Data.Descriptors;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Tables;

/// <summary>Writes materials as a table that <see cref="MaterialSource"/> reads again: id, formula, properties, and the
/// structure as CIF; as pymatgen JSON where there are molecules, which CIF cannot hold.</summary>
internal static class MaterialTable
{
    private const string Id = "id", Formula = "formula", Cif = "cif", Json = "structure";

    /// <summary>Writes the table and gives the number of its rows.</summary>
    public static int Write(string path, IReadOnlyList<Material> materials)
    {
        string[] properties = Properties(materials);
        bool[] numeric = [.. properties.Select(name => IsNumeric(name, materials))];
        bool structures = materials.Any(material => material.Structure is not null);
        bool molecules = materials.Any(material => material.Structure is { Lattice: null });
        TableColumn[] columns = [TableColumn.Text(Id), TableColumn.Text(Formula),
            .. properties.Zip(numeric, (name, isNumber) => new TableColumn(name, isNumber)), .. structures ? [TableColumn.Text(molecules ? Json : Cif)] : Array.Empty<TableColumn>()];
        using TableWriter table = TableWriter.Create(path, columns);
        var cells = new Cell[columns.Length];
        foreach (Material material in materials)
        {
            Fill(cells, material, properties, numeric);
            if (structures) cells[^1] = material.Structure is { } structure ? TextOf(material.Id, structure, molecules ? ".json" : ".cif") : null;
            table.Write(cells);
        }
        table.Commit();
        return table.Rows;
    }

    /// <summary>Writes materials with their descriptors in the place of structures, without those that cannot be described.</summary>
    /// <exception cref="InputException">A descriptor has the name of a property, or the place cannot be written.</exception>
    public static int Write(string path, DescriptorTable table)
    {
        string[] properties = Properties(table.Materials);
        bool[] numeric = [.. properties.Select(name => IsNumeric(name, table.Materials))];
        if (table.Descriptors.FirstOrDefault(d => properties.Contains(d.Name, StringComparer.OrdinalIgnoreCase)) is { } twice)
            throw new InputException($"The descriptor '{twice.Name}' is also a property of the materials; rename that column or choose another set.");

        using TableWriter writer = TableWriter.Create(path, [TableColumn.Text(Id), TableColumn.Text(Formula),
            .. properties.Zip(numeric, (name, isNumber) => new TableColumn(name, isNumber)), .. table.Descriptors.Select(d => TableColumn.Number(d.Name))]);
        var cells = new Cell[2 + properties.Length + table.Descriptors.Length];
        var failed = table.Failures.Select(failure => failure.Row).ToHashSet();
        for (int row = 0; row < table.Materials.Length; row++)
        {
            if (failed.Contains(row)) continue;
            Fill(cells, table.Materials[row], properties, numeric);
            for (int i = 0; i < table.Descriptors.Length; i++)
                cells[2 + properties.Length + i] = double.IsFinite(table[row, i]) ? table[row, i] : Cell.Missing;
            writer.Write(cells);
        }

        writer.Commit();
        return writer.Rows;
    }

    private static string[] Properties(IReadOnlyList<Material> materials) =>
        [.. materials.SelectMany(material => material.Properties.Keys).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => name is not (Id or Formula or Cif or Json)).Order(StringComparer.Ordinal)];

    private static void Fill(Cell[] cells, Material material, string[] properties, bool[] numeric)
    {
        cells[0] = material.Id;
        cells[1] = material.Properties.GetValueOrDefault(Formula) ?? material.Composition.Formula;
        for (int i = 0; i < properties.Length; i++)
            cells[i + 2] = numeric[i] ? material.Number(properties[i]) : material.Properties.GetValueOrDefault(properties[i]);
    }

    /// <summary>True where every value is the very number that a table of numbers would give back: no word, no truth value, no code with leading zeros.</summary>
    private static bool IsNumeric(string name, IReadOnlyList<Material> materials) =>
        materials.All(material => !material.Properties.TryGetValue(name, out string? text)
            || (material.Number(name) is { } value && IsSame(text, value)));

    private static bool IsSame(string text, double value) =>
        (!bool.TryParse(text, out _) && text.AsSpan().ContainsAny('.', 'e', 'E')) || text == value.ToString("R", CultureInfo.InvariantCulture);

    private static string TextOf(string id, Structure structure, string ending)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        StructureFile.ByName(ending)!.Write([(id, structure)], writer);
        return writer.ToString();
    }
}
