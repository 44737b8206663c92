using System.IO.Compression;
using Lodestone.Matter;

namespace Lodestone.Data.Tables;

/// <summary>
/// Writes a table row by row: <c>.csv</c>, <c>.tsv</c>, <c>.jsonl</c> (each also <c>.gz</c>) or <c>.parquet</c>. The file appears whole, on
/// <see cref="Commit"/>, or not at all. Numbers are written in their shortest form that reads back the same.
/// </summary>
/// <example><code>
/// using var table = TableWriter.Create("out.csv", TableColumn.Text("id"), TableColumn.Number("band_gap_eV"));
/// table.Write("mp-1", 1.2);
/// table.Commit();
/// </code></example>
public sealed class TableWriter : IDisposable
{
    private readonly AtomicFile? _file;
    private readonly TableEncoder _encoder;
    private readonly IReadOnlyList<TableColumn> _columns;

    private TableWriter(AtomicFile? file, TableEncoder encoder, IReadOnlyList<TableColumn> columns)
    {
        _file = file;
        _encoder = encoder;
        _columns = columns;
    }

    /// <summary>How many rows were written.</summary>
    public int Rows { get; private set; }

    /// <summary>True for a file name whose ending names a table that can be written.</summary>
    public static bool CanWrite(string path) => Kind(path) is not null;

    /// <summary>Begins a table.</summary>
    /// <param name="path">Where it shall appear; its ending names the format.</param>
    /// <param name="columns">At least one.</param>
    /// <exception cref="InputException">The ending names no table format, or the place cannot be written.</exception>
    public static TableWriter Create(string path, params IReadOnlyList<TableColumn> columns)
    {
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count);
        string kind = Kind(path) ?? throw new InputException(
            $"Cannot write a table to '{path}': name a file that ends in .csv, .tsv, .jsonl (or one of these with .gz) or .parquet.");
        AtomicFile file = AtomicFile.Create(path);
        try
        {
            Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(file.Stream, CompressionLevel.Optimal, leaveOpen: true)
                : file.Stream;
            return new TableWriter(file, Encoder(kind, stream, columns), columns);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Begins a table in a stream, such as standard output.</summary>
    /// <param name="stream">Where to; it is closed at the end of the table.</param>
    /// <param name="ending">The format, as the ending of a file name: <c>.csv</c>, <c>.tsv</c> or <c>.jsonl</c>.</param>
    /// <param name="columns">At least one.</param>
    public static TableWriter Create(Stream stream, string ending, params IReadOnlyList<TableColumn> columns) =>
        new(null, Encoder(ending, stream, columns), columns);

    /// <summary>Writes a row.</summary>
    /// <param name="cells">One a column, of the type of the column.</param>
    /// <exception cref="ArgumentException">There are too few or too many cells, a text stands where a number should, or a number is not finite.</exception>
    /// <exception cref="InputException">The disk is full.</exception>
    public void Write(params ReadOnlySpan<Cell> cells)
    {
        if (cells.Length != _columns.Count)
            throw new ArgumentException($"The row has {cells.Length} cells for {_columns.Count} columns.", nameof(cells));
        for (int i = 0; i < cells.Length; i++)
        {
            TableColumn column = _columns[i];
            if (column.IsNumber ? cells[i].TextValue is not null : cells[i].NumberValue is not null)
                throw new ArgumentException($"The column '{column.Name}' holds {(column.IsNumber ? "numbers" : "texts")} only.", nameof(cells));
            if (cells[i].NumberValue is { } number && !double.IsFinite(number))
                throw new ArgumentException($"A value of '{column.Name}' is {number}; write a missing cell instead.", nameof(cells));
        }
        _encoder.Write(cells);
        Rows++;
    }

    /// <summary>Ends the table and puts it in its place.</summary>
    /// <exception cref="InputException">The disk is full, or the place cannot be written any more.</exception>
    public void Commit()
    {
        _encoder.Finish();
        _file?.Commit();
    }

    /// <summary>Closes the table; without a <see cref="Commit"/>, nothing of it is left.</summary>
    public void Dispose() => _file?.Dispose();

    private static string? Kind(string path)
    {
        string name = path.ToLowerInvariant();
        if (name.EndsWith(".parquet", StringComparison.Ordinal)) return ".parquet";
        string plain = name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name;
        return new[] { ".csv", ".tsv", ".jsonl" }.FirstOrDefault(ending => plain.EndsWith(ending, StringComparison.Ordinal));
    }

    private static TableEncoder Encoder(string kind, Stream stream, IReadOnlyList<TableColumn> columns) => kind switch
    {
        ".csv" => new DelimitedEncoder(stream, columns, ','),
        ".tsv" => new DelimitedEncoder(stream, columns, '\t'),
        ".jsonl" => new JsonLinesEncoder(stream, columns),
        _ => new ParquetEncoder(stream, columns),
    };
}
