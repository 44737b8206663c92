using System.Collections;
using System.Globalization;
using System.Reflection;
using Lodestone.Matter;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization.NamingConventions;

namespace Lodestone.Models.Recipes;

/// <summary>Checks the tree of a recipe against the types that it becomes, so that whatever does not fit is said in the words of recipes and with its line.</summary>
/// <param name="source">How messages name the recipe.</param>
internal sealed class RecipeSchema(string source)
{
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>Checks a whole recipe. A text that is left empty becomes an empty text.</summary>
    /// <exception cref="InputException">A key means nothing, or a value is of the wrong kind.</exception>
    public void Check(YamlMappingNode root) => Check(root, typeof(Recipe), "");

    /// <summary>The keys of a part of a recipe.</summary>
    public static IEnumerable<string> Keys(Type type) =>
        type.GetProperties().Where(property => property.CanWrite && property.SetMethod!.IsPublic).Select(property => UnderscoredNamingConvention.Instance.Apply(property.Name));

    private void Check(YamlNode node, Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (IsNothing(node) || type == typeof(object)) return;
        if (ElementOf(type) is { } element) CheckList(node, element, path);
        else if (typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(string)) CheckMapping(node, path);
        else if (type.IsClass && type != typeof(string)) CheckKeys(node, type, path);
        else CheckScalar(node, type, path);
    }

    private void CheckKeys(YamlNode node, Type type, string path)
    {
        foreach (var (key, value) in CheckMapping(node, path).ToArray())
        {
            string name = ((YamlScalarNode)key).Value ?? "";
            var property = type.GetProperties().FirstOrDefault(property => UnderscoredNamingConvention.Instance.Apply(property.Name) == name && Keys(type).Contains(name));
            if (property is null)
            {
                string[] known = [.. Keys(type)];
                string part = path.Length == 0 ? "a recipe" : $"'{path}'";
                throw Fault(key, $"There is no key '{name}' in {part}; there {(known.Length == 1 ? "is" : "are")} {string.Join(", ", known)}.{Suggestion.Ask(name, known)}");
            }

            string inner = path.Length == 0 ? name : $"{path}.{name}";
            bool isNothing = IsNothing(value) && _nullability.Create(property).WriteState != NullabilityState.Nullable;
            if (isNothing && property.PropertyType == typeof(string)) ((YamlMappingNode)node).Children[key] = new YamlScalarNode("") { Style = ScalarStyle.DoubleQuoted };
            else if (isNothing) throw Fault(key, $"'{inner}' is empty; give it a value, or leave it out.");
            Check(value, property.PropertyType, inner);
        }
    }

    private YamlMappingNode CheckMapping(YamlNode node, string path)
    {
        if (node is YamlMappingNode mapping && mapping.Children.Keys.All(key => key is YamlScalarNode)) return mapping;
        throw Fault(node, $"'{path}' has keys of its own, written like {path}: {{ key: value }}; it cannot be {Shown(node)}.");
    }

    private void CheckList(YamlNode node, Type element, string path)
    {
        if (node is not YamlSequenceNode list) throw Fault(node, $"'{path}' is a list, written like {path}: [a, b]; it cannot be {Shown(node)}.");
        foreach (var (index, child) in list.Children.Index())
        {
            string inner = string.Create(CultureInfo.InvariantCulture, $"{path}.{index}");
            if (IsNothing(child)) throw Fault(child, $"'{inner}' is empty; give it a value, or leave it out.");
            Check(child, element, inner);
        }
    }

    private void CheckScalar(YamlNode node, Type type, string path)
    {
        string? text = (node as YamlScalarNode)?.Value;
        string? wanted = type switch
        {
            _ when text is null => "a single value",
            _ when type == typeof(string) => null,
            _ when type == typeof(bool) => bool.TryParse(text, out _) ? null : "true or false",
            _ when type.IsEnum => EnumNames(type).Contains(text) ? null : $"one of {string.Join(", ", EnumNames(type))}",
            _ when type == typeof(double) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? null : "a number",
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? null : "a whole number",
            _ => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : "a whole number from 0",
        };
        string near = type.IsEnum && text is not null ? Suggestion.Ask(text, EnumNames(type)) : "";
        if (wanted is not null) throw Fault(node, $"'{path}' must be {wanted}; it cannot be {Shown(node)}.{near}");
    }

    private InputException Fault(YamlNode node, string sentence) =>
        new(node.Start.Line > 1 || node.End.Index > 0 ? string.Create(CultureInfo.InvariantCulture, $"{source}:{node.Start.Line}: {sentence}") : $"{source}: {sentence}");

    private static bool IsNothing(YamlNode node) => node is YamlScalarNode { Value: null or "" or "~" or "null" };

    private static string[] EnumNames(Type type) => [.. Enum.GetNames(type).Select(UnderscoredNamingConvention.Instance.Apply)];

    private static Type? ElementOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static string Shown(YamlNode node) => node switch
    {
        YamlScalarNode scalar => $"'{scalar.Value}'",
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };
}
