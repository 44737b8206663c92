using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace Lodestone.Data.Sources;

/// <summary>Reads a column of a Parquet row group as text: numbers in their shortest form that reads back the same, dates as ISO 8601.</summary>
internal static class ParquetColumn
{
    /// <summary>One text a row; null = missing.</summary>
    /// <exception cref="NotSupportedException">The column has a type that has no text.</exception>
    public static string?[] ReadText(ParquetRowGroupReader rows, DataField field)
    {
        if (field.ClrType == typeof(string)) return ReadStrings(rows, field);
        if (field.ClrType == typeof(double)) return Read<double>(rows, field, value => value.ToString("R", CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(float)) return Read<float>(rows, field, value => value.ToString("R", CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(decimal)) return Read<decimal>(rows, field, value => value.ToString(CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(bool)) return Read<bool>(rows, field, value => value ? "true" : "false");
        if (field.ClrType == typeof(sbyte)) return Read<sbyte>(rows, field, value => value.ToString(CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(byte)) return Read<byte>(rows, field, value => value.ToString(CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(short)) return Read<short>(rows, field, value => value.ToString(CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(ushort)) return Read<ushort>(rows, field, value => value.ToString(CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(int)) return Read<int>(rows, field, value => value.ToString(CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(uint)) return Read<uint>(rows, field, value => value.ToString(CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(long)) return Read<long>(rows, field, value => value.ToString(CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(ulong)) return Read<ulong>(rows, field, value => value.ToString(CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(DateTime)) return Read<DateTime>(rows, field, value => value.ToString("O", CultureInfo.InvariantCulture));
        throw new NotSupportedException($"The column '{field.Name}' has the type {field.ClrType.Name}, which is neither text nor number nor date.");
    }

    private static string?[] ReadStrings(ParquetRowGroupReader rows, DataField field)
    {
        string?[] values = new string?[rows.RowCount];
        rows.ReadAsync(field, values.AsMemory()!).AsTask().GetAwaiter().GetResult();
        return values;
    }

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
