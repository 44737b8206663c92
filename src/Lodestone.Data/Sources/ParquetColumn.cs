using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace Lodestone.Data.Sources;

/// <summary>Reads a column of a Parquet row group as text: numbers in their shortest form that reads back the same, dates as ISO 8601.</summary>
internal static class ParquetColumn
{
    private delegate string?[] Reader(ParquetRowGroupReader rows, DataField field);

    private static readonly Dictionary<Type, Reader> Readers = new()
    {
        [typeof(string)] = ReadStrings,
        [typeof(ReadOnlyMemory<char>)] = ReadStrings,
        [typeof(double)] = ReadNumbers<double>,
        [typeof(float)] = ReadNumbers<float>,
        [typeof(decimal)] = ReadNumbers<decimal>,
        [typeof(sbyte)] = ReadNumbers<sbyte>,
        [typeof(byte)] = ReadNumbers<byte>,
        [typeof(short)] = ReadNumbers<short>,
        [typeof(ushort)] = ReadNumbers<ushort>,
        [typeof(int)] = ReadNumbers<int>,
        [typeof(uint)] = ReadNumbers<uint>,
        [typeof(long)] = ReadNumbers<long>,
        [typeof(ulong)] = ReadNumbers<ulong>,
        [typeof(bool)] = (rows, field) => Read<bool>(rows, field, value => value ? "true" : "false"),
        [typeof(DateTime)] = (rows, field) => Read<DateTime>(rows, field, value => value.ToString("O", CultureInfo.InvariantCulture)),
    };

    /// <summary>True for a column of texts, numbers, truth values or dates.</summary>
    public static bool CanRead(DataField field) => !field.IsArray && Readers.ContainsKey(field.ClrType);

    /// <summary>One text a row; null = missing.</summary>
    public static string?[] ReadText(ParquetRowGroupReader rows, DataField field) => Readers[field.ClrType](rows, field);

    private static string?[] ReadStrings(ParquetRowGroupReader rows, DataField field)
    {
        string?[] values = new string?[rows.RowCount];
        rows.ReadAsync(field, values.AsMemory()!).AsTask().GetAwaiter().GetResult();
        return values;
    }

    private static string?[] ReadNumbers<T>(ParquetRowGroupReader rows, DataField field)
        where T : struct, IFormattable =>
        Read<T>(rows, field, value => value.ToString(null, CultureInfo.InvariantCulture));

    private static string?[] Read<T>(ParquetRowGroupReader rows, DataField field, Func<T, string> text)
        where T : struct
    {
        if (field.IsNullable)
        {
            T?[] nullable = new T?[rows.RowCount];
            rows.ReadAsync<T>(field, nullable.AsMemory()).AsTask().GetAwaiter().GetResult();
            return [.. nullable.Select(value => value is { } present ? text(present) : null)];
        }
        T[] values = new T[rows.RowCount];
        rows.ReadAsync<T>(field, values.AsMemory()).AsTask().GetAwaiter().GetResult();
        return [.. values.Select(text)];
    }
}
