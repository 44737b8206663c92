using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lodestone.Matter.Formats;

/// <summary>Reads a structure or a molecule from the JSON of pymatgen's <c>as_dict()</c>.</summary>
internal static partial class PymatgenReader
{
    private static readonly string[] Wrappers = ["structure", "molecule"];
    private static readonly string[] NameKeys = ["material_id", "id", "name"];

    /// <summary>Parses JSON. Python's NaN and Infinity, which are not JSON, become null.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonElement Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text.AsSpan().TrimStart('\uFEFF'));
        }
        catch (JsonException) when (text.Contains("NaN", StringComparison.Ordinal) || text.Contains("Infinity", StringComparison.Ordinal))
        {
            string plain = StringOrNotANumber().Replace(text, match => match.Value[0] == '"' ? match.Value : "null");
            return JsonSerializer.Deserialize<JsonElement>(plain.AsSpan().TrimStart('\uFEFF'));
        }
    }

    /// <summary>Reads one object; what is wrong with it becomes a failure.</summary>
    public static StructureReading Read(JsonElement root, string source, int? line, ReadLimits? limits)
    {
        try
        {
            if (root.ValueKind != JsonValueKind.Object) throw new UnreadableException(line, "Here a JSON object of a structure was expected.");
            JsonElement body = root;
            foreach (string wrapper in Wrappers)
                if (root.TryGetProperty(wrapper, out JsonElement inner) && inner.ValueKind == JsonValueKind.Object) body = inner;
            ImmutableDictionary<string, string> properties = Scalars(body.TryGetProperty("properties", out JsonElement own) ? own : default)
                .SetItems(Charges(body))
                .SetItems(body.Equals(root) || !Wrappers.Any(w => root.TryGetProperty(w, out _)) ? [] : Scalars(root));
            string? given = NameKeys.Select(key => properties.GetValueOrDefault(key)).FirstOrDefault(value => value is not null);
            return StructureReading.Of(given ?? source, new PymatgenStructure(body, line, limits ?? ReadLimits.Default).Read()) with { Properties = properties };
        }
        catch (UnreadableException e)
        {
            return StructureReading.Failed(source, e.In(source));
        }
        catch (InvalidOperationException)
        {
            return StructureReading.Failed(source, new ReadFailure(source, line, "A text in the JSON holds half a character (a surrogate without its other half)."));
        }
    }

    // Net charge and spin multiplicity stand beside the properties; the charge of nearly every crystal is written, and is 0.
    private static IEnumerable<KeyValuePair<string, string>> Charges(JsonElement body) =>
        Scalars(body).Where(item => item.Key is "spin_multiplicity" || (item.Key is "charge" && PymatgenJson.Number(body, "charge") is not 0));

    private static ImmutableDictionary<string, string> Scalars(JsonElement properties)
    {
        var scalars = ImmutableDictionary.CreateBuilder<string, string>();
        if (properties.ValueKind != JsonValueKind.Object) return scalars.ToImmutable();
        foreach (JsonProperty property in properties.EnumerateObject())
            if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                scalars[property.Name] = property.Value.ToString();
        return scalars.ToImmutable();
    }

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b
        """)]
    private static partial Regex StringOrNotANumber();
}
