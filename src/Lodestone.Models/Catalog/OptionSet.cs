using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Lodestone.Matter;

namespace Lodestone.Models.Catalog;

/// <summary>
/// Options of an architecture as named JSON values: <c>AtomFeatureLength</c> is <c>atom_feature_length</c> in a recipe. The meaning of each
/// is the summary of its property in the documentation file of the assembly, so it is written only once.
/// </summary>
internal static class OptionSet
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Options from their JSON values.</summary>
    /// <exception cref="InputException">An option is unknown, or its value is of the wrong kind.</exception>
    public static TOptions Parse<TOptions>(JsonObject values, string architecture)
    {
        string[] known = Names<TOptions>();
        foreach (string name in values.Select(pair => pair.Key))
            if (!known.Contains(name))
                throw new InputException($"The architecture '{architecture}' has no option '{name}'; it has {string.Join(", ", known)}.{Suggestion.Ask(name, known)}");
        try
        {
            return values.Deserialize<TOptions>(Json)!;
        }
        catch (JsonException e)
        {
            string name = e.Path?.TrimStart('$', '.') ?? "";
            throw new InputException($"The option '{name}' of the architecture '{architecture}' cannot be {values[name]?.ToJsonString() ?? "null"}; 'lodestone model arch {architecture}' shows what it means.", e);
        }
    }

    /// <summary>Every option with its value as JSON.</summary>
    public static JsonObject Format<TOptions>(TOptions options) => JsonSerializer.SerializeToNode(options, Json)!.AsObject();

    /// <summary>Every option with its value, its default and its meaning.</summary>
    public static IReadOnlyList<ArchitectureOption> Describe<TOptions>(TOptions options)
        where TOptions : new()
    {
        JsonObject values = Format(options), defaults = Format(new TOptions());
        return [.. typeof(TOptions).GetProperties().Select(property =>
        {
            string name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
            return new ArchitectureOption(name, values[name]?.DeepClone(), defaults[name]?.DeepClone(), Meaning(property));
        })];
    }

    private static string[] Names<TOptions>() =>
        [.. typeof(TOptions).GetProperties().Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name))];

    private static string Meaning(PropertyInfo property)
    {
        string path = Path.Combine(AppContext.BaseDirectory, property.DeclaringType!.Assembly.GetName().Name + ".xml");
        string member = $"P:{property.DeclaringType.FullName}.{property.Name}";
        string text = XDocument.Load(path).Descendants("member").First(m => (string?)m.Attribute("name") == member).Element("summary")!.Value;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
