using System.Text.Json;

namespace Lodestone.Data.Sources;

/// <summary>JSON values as the texts of cells.</summary>
internal static class JsonText
{
    /// <summary>A text without its quotes; numbers, lists and objects as written; null for null and for Python's NaN and Infinity.</summary>
    /// <param name="value">The value as written.</param>
    /// <exception cref="InvalidDataException">It begins with a quote and is no JSON text.</exception>
    public static string? Of(string? value)
    {
        if (value is null or "null" or "NaN" or "Infinity" or "-Infinity") return null;
        if (value[0] != '"') return value;
        try
        {
            return JsonSerializer.Deserialize<string>(value);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("A text of the JSON has a sign or an escape that is not allowed.", e);
        }
    }

    /// <summary>The same for a property; an object is none.</summary>
    /// <inheritdoc cref="Of"/>
    public static string? OfProperty(string? value) => value is ['{', ..] ? null : Of(value);
}
