using System.Collections.Immutable;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>A row of a table.</summary>
/// <param name="columns">What its cells mean.</param>
/// <param name="cells">One text a column; null or empty = missing.</param>
/// <param name="source">The table as the user knows it.</param>
/// <param name="line">The line on which the row begins; in a table without lines, the number of the row.</param>
/// <param name="limits">How large a structure may be.</param>
internal sealed class RowEntry(TableColumns columns, string?[] cells, string source, int line, ReadLimits limits)
    : Entry(IdOf(columns, cells, line), source, line)
{
    private string? _note;

    public override long Weight => cells.Sum(cell => sizeof(char) * (long)(cell?.Length ?? 0));

    /// <summary>The cells as written.</summary>
    public string?[] Cells => cells;

    /// <summary>The same row of a table with decimal commas.</summary>
    public RowEntry With(DecimalComma decimals) => new(columns, decimals.ToPoints(cells), Source, line, limits) { _note = decimals.Note };

    protected override IReadOnlyList<MaterialReading> Parse() => [ParseRow() with { Note = _note }];

    private MaterialReading ParseRow()
    {
        if (cells.Any(cell => cell?.Length > limits.Bytes)) return Failed(limits.TooLarge);
        string? formula = columns.Formula >= 0 ? cells[columns.Formula]?.Trim() : null;
        if (string.IsNullOrEmpty(formula)) formula = null;
        foreach (var (index, ending) in columns.Structures)
            if (!string.IsNullOrWhiteSpace(cells[index])) return OfStructure(index, ending, formula);
        if (formula is null) return Failed("The row has neither a structure nor a formula.");
        return Composition.TryParse(formula, out Composition? composition, out string? reason)
            ? Materials.Of(Source, new Material(Id, composition, null) { Properties = Properties(null) })
            : Failed(reason, formula);
    }

    private MaterialReading OfStructure(int index, string ending, string? formula)
    {
        string column = columns.Names[index];
        StructureReading[] readings = [.. StructureFile.Read(column + ending, cells[index]!, limits: limits)];
        if (readings.Length != 1)
            return Failed($"The column '{column}' holds {readings.Length} structures; give each a row of its own.", formula);
        if (readings[0].Structure is { } structure)
            return Materials.Of(Source, new Material(Id, Composition.Of(structure), structure) { Properties = Properties(readings[0].Properties) });
        ReadFailure failure = readings[0].Failure!;
        string where = failure.Line is { } inside ? $"column '{column}', line {inside}" : $"column '{column}'";
        return Failed($"{where}: {failure.Reason}", formula);
    }

    private ImmutableDictionary<string, string> Properties(ImmutableDictionary<string, string>? ofStructure)
    {
        var properties = (ofStructure ?? ImmutableDictionary<string, string>.Empty).ToBuilder();
        foreach (int index in columns.Properties)
            if (!string.IsNullOrWhiteSpace(cells[index])) properties[columns.Names[index]] = cells[index]!;
        return properties.ToImmutable();
    }

    private static string IdOf(TableColumns columns, string?[] cells, int line)
    {
        string? id = columns.Id >= 0 ? cells[columns.Id]?.Trim() : null;
        return string.IsNullOrEmpty(id) ? $"row {line}" : id;
    }
}
