using System.Globalization;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Tables;

/// <summary>Writes materials as a table that <see cref="MaterialSource"/> reads again: id, formula, properties, and the structure as CIF.</summary>
internal static class MaterialTable
{
    private const string Id = "id", Formula = "formula", Cif = "cif";

    /// <summary>Writes the table and gives the number of its rows.</summary>
    public static int Write(string path, IReadOnlyList<Material> materials)
    {
        string[] properties = [.. materials.SelectMany(material => material.Properties.Keys).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => name is not (Id or Formula or Cif)).Order(StringComparer.Ordinal)];
        bool[] numeric = [.. properties.Select(name => IsNumeric(name, materials))];
        bool structures = materials.Any(material => material.Structure is not null);
        TableColumn[] columns = [TableColumn.Text(Id), TableColumn.Text(Formula),
            .. properties.Zip(numeric, (name, isNumber) => new TableColumn(name, isNumber)), .. structures ? [TableColumn.Text(Cif)] : Array.Empty<TableColumn>()];
        using TableWriter table = TableWriter.Create(path, columns);
        var cells = new Cell[columns.Length];
        foreach (Material material in materials)
        {
            cells[0] = material.Id;
            cells[1] = material.Properties.GetValueOrDefault(Formula) ?? material.Composition.Formula;
            for (int i = 0; i < properties.Length; i++)
                cells[i + 2] = numeric[i] ? material.Number(properties[i]) : material.Properties.GetValueOrDefault(properties[i]);
            if (structures) cells[^1] = material.Structure is { } structure ? CifOf(material.Id, structure) : null;
            table.Write(cells);
        }
        table.Commit();
        return table.Rows;
    }

    /// <summary>True where every value is the very number that a table of numbers would give back: no word, no code with leading zeros.</summary>
    private static bool IsNumeric(string name, IReadOnlyList<Material> materials) =>
        materials.All(material => !material.Properties.TryGetValue(name, out string? text)
            || (material.Number(name) is { } value && IsSame(text, value)));

    private static bool IsSame(string text, double value) =>
        text.AsSpan().ContainsAny('.', 'e', 'E') || text == value.ToString("R", CultureInfo.InvariantCulture);

    private static string CifOf(string id, Structure structure)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        StructureFile.ByName(".cif")!.Write([(id, structure)], writer);
        return writer.ToString();
    }
}
