using System.Globalization;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using YamlDotNet.RepresentationModel;

namespace Lodestone.Models.Recipes;

/// <summary>Puts one setting <c>key=value</c> into the YAML tree of a recipe.</summary>
internal static class RecipeOverride
{
    /// <summary>Sets the value; mappings on the way to it are made where they are missing.</summary>
    /// <exception cref="InputException">The setting has no <c>=</c>, or leads through something that is no mapping.</exception>
    public static void Apply(YamlMappingNode root, string setting)
    {
        int equals = setting.IndexOf('=');
        if (equals <= 0) throw new InputException($"'{setting}' is no setting; write key=value, such as training.epochs=50.");
        string[] path = Resolve(setting[..equals]);
        YamlNode node = root;
        foreach (string key in path[..^1])
            node = Step(node, key, setting);
        YamlNode value = RecipeTree.ReadValue(setting[(equals + 1)..], $"--set {setting}");
        switch (node)
        {
            case YamlMappingNode mapping:
                mapping.Children[new YamlScalarNode(path[^1])] = value;
                break;
            case YamlSequenceNode sequence:
                sequence.Children[Index(sequence, path[^1], setting)] = value;
                break;
            default:
                throw new InputException($"'{setting}' leads nowhere: the recipe has a single value on the way.");
        }
    }

    /// <summary>Refuses a bare name that is neither a key nor an option of the architecture, before any data are read.</summary>
    /// <exception cref="InputException">It is neither.</exception>
    public static void RequireKnown(IEnumerable<string> settings, string architecture)
    {
        string[] unresolved = [.. settings.Select(setting => setting[..setting.IndexOf('=')]).Where(key => !key.Contains('.') && Resolve(key) is ["options", _])];
        if (unresolved.Length == 0) return;
        string[] options = [.. ModelCatalog.Architecture(architecture).Describe([]).Select(option => option.Name)];
        string[] keys = [.. new[] { typeof(Recipe), typeof(TrainingOptions), typeof(OptimizerOptions) }.SelectMany(RecipeSchema.Keys)];
        if (unresolved.FirstOrDefault(key => !options.Contains(key)) is { } unknown)
            throw new InputException($"--set {unknown}: there is no such key of recipes or of their training, and no option '{unknown}' of '{architecture}', which has {string.Join(", ", options)}.{Suggestion.Ask(unknown, options.Concat(keys))}");
    }

    private static YamlNode Step(YamlNode node, string key, string setting)
    {
        if (node is YamlSequenceNode sequence) return sequence.Children[Index(sequence, key, setting)];
        if (node is not YamlMappingNode mapping) throw new InputException($"'{setting}' leads nowhere: the recipe has a single value on the way.");
        if (!mapping.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? child))
            mapping.Children[new YamlScalarNode(key)] = child = new YamlMappingNode();
        return child;
    }

    private static int Index(YamlSequenceNode sequence, string key, string setting) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < sequence.Children.Count
            ? index
            : throw new InputException($"'{setting}' leads nowhere: '{key}' is not an index below {sequence.Children.Count}.");

    private static string[] Resolve(string key)
    {
        string[] path = key.Split('.');
        if (path.Length > 1 || Has<Recipe>(key)) return path;
        if (Has<TrainingOptions>(key)) return ["training", key];
        return Has<OptimizerOptions>(key) ? ["training", "optimizer", key] : ["options", key];
    }

    private static bool Has<T>(string key) =>
        RecipeSchema.Keys(typeof(T)).Contains(key);
}
