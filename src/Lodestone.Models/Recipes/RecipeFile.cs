using System.Text.Json.Nodes;
using Lodestone.Learning;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Matter.Formats;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Lodestone.Models.Recipes;

/// <summary>Reads recipes from YAML. A key that means nothing is refused, with its line.</summary>
public static class RecipeFile
{
    /// <summary>The learning rate of a training that starts from another model, over the usual one.</summary>
    private const double FineTuning = 0.1;

    private static readonly ISerializer Serializer = new SerializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithEnumNamingConvention(UnderscoredNamingConvention.Instance)
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitEmptyCollections | DefaultValuesHandling.OmitNull)
        .WithAttributeOverride<Target>(target => target.Level, new YamlMemberAttribute { DefaultValuesHandling = DefaultValuesHandling.OmitDefaults })
        .WithAttributeOverride<Target>(target => target.IsClass, new YamlIgnoreAttribute())
        .WithAttributeOverride<Target>(target => target.Column, new YamlIgnoreAttribute())
        .WithAttributeOverride<Target>(target => target.Word!, new YamlIgnoreAttribute())
        .DisableAliases()
        .Build();

    /// <summary>Reads a recipe.</summary>
    /// <param name="path">The YAML file.</param>
    /// <param name="overrides">Settings <c>key=value</c> that replace those of the file; see <see cref="Parse"/>.</param>
    /// <exception cref="InputException">The file cannot be read or is no recipe.</exception>
    public static Recipe Read(string path, IEnumerable<string> overrides)
    {
        try
        {
            Recipe recipe = Parse(File.ReadAllText(path), path, overrides);
            return recipe.Name.Length > 0 ? recipe : recipe with { Name = Path.GetFileNameWithoutExtension(path) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The recipe {path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Makes a recipe of a text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="source">How messages name the text.</param>
    /// <param name="overrides">
    /// Settings <c>key=value</c>. A key is a path such as <c>training.epochs</c> or <c>targets.0.head</c>; a bare name that is no key of a
    /// recipe is looked for among the training options and is otherwise taken for an option of the architecture.
    /// </param>
    /// <exception cref="InputException">It is no recipe.</exception>
    public static Recipe Parse(string text, string source, IEnumerable<string> overrides)
    {
        YamlMappingNode root = RecipeTree.Read(text, source);
        string[] settings = [.. overrides];
        foreach (string setting in settings)
            RecipeOverride.Apply(root, setting);
        new RecipeSchema(source).Check(root);
        try
        {
            Recipe recipe = Reader(TrainingOf(root)).Deserialize<Recipe>(Text(root)) ?? new Recipe();
            Check(recipe, source);
            RecipeOverride.RequireKnown(settings, recipe.Architecture);
            return recipe;
        }
        catch (YamlException e)
        {
            throw new InputException($"{source} is no recipe that can be understood; compare it with one of those that ship.", e);
        }
    }

    /// <summary>A recipe as YAML; equal recipes give equal text.</summary>
    public static string Write(Recipe recipe) => Serializer.Serialize(recipe);

    /// <summary>The options of the architecture as JSON.</summary>
    public static JsonObject OptionsOf(Recipe recipe) =>
        new(recipe.Options.Select(pair => KeyValuePair.Create(pair.Key, ToJson(pair.Value))));

    private static JsonNode? ToJson(object? value) => value switch
    {
        System.Collections.IDictionary mapping => new JsonObject(mapping.Keys.Cast<object>().Select(key => KeyValuePair.Create((string)key, ToJson(mapping[key])))),
        System.Collections.IList list => new JsonArray([.. list.Cast<object?>().Select(ToJson)]),
        _ => JsonValue.Create(value),
    };

    private static void Check(Recipe recipe, string source)
    {
        string? missing = recipe switch
        {
            { Data: "" } => "data",
            { Architecture: "" } => "architecture",
            { Targets: [] } => "targets",
            _ when recipe.Targets.Concat(recipe.Auxiliary).Any(target => target.Name == "") => "name of a target",
            _ => null,
        };
        if (missing is not null) throw new InputException($"{source} does not say '{missing}'; add it to the recipe or give --set {missing}=….");
        if (recipe.Targets.Concat(recipe.Auxiliary).GroupBy(target => target.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InputException($"{source} names the target '{twice.Key}' twice; name it once.");
        if (recipe.Split is not { Validation: >= 0, Test: >= 0 } parts || parts.Validation + parts.Test >= 1)
            throw new InputException($"{source} splits off {recipe.Split.Validation} for validation and {recipe.Split.Test} for test; give shares from 0 that leave some rows to learn from.");
        if (recipe.MaxEntry is { } bytes && (bytes < 1 || bytes > ReadLimits.Largest))
            throw new InputException($"{source} allows entries of {bytes} bytes; 'max_entry' is a number from 1 to {ReadLimits.Largest}.");
        if (recipe.Members < 1) throw new InputException($"{source} asks for {recipe.Members} members; an ensemble has at least one.");
        recipe.Training.Check(validated: true);
    }

    private static string Text(YamlNode root)
    {
        var text = new StringWriter();
        new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
        return text.ToString();
    }

    private static IDeserializer Reader(TrainingOptions training) => new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithEnumNamingConvention(UnderscoredNamingConvention.Instance)
        .WithAttemptingUnquotedStringTypeDeserialization()
        .WithTypeMapping<IReadOnlyList<int>, List<int>>()
        .WithTypeMapping<IReadOnlyList<string>, List<string>>()
        .WithTypeMapping<IReadOnlyList<IReadOnlyList<string>>, List<IReadOnlyList<string>>>()
        .WithTypeMapping<IReadOnlyList<Target>, List<Target>>()
        .WithTypeMapping<IReadOnlyList<MeasureRecipe>, List<MeasureRecipe>>()
        .WithTypeMapping<IReadOnlyDictionary<string, string>, Dictionary<string, string>>()
        .WithTypeMapping<IReadOnlyDictionary<string, object?>, Dictionary<string, object?>>()
        .WithObjectFactory(new RecipeObjects(training))
        .Build();

    /// <summary>How the architecture of a recipe is trained where the recipe says nothing else; from another model with smaller steps, and not past its best.</summary>
    private static TrainingOptions TrainingOf(YamlMappingNode root)
    {
        TrainingOptions usual = ModelCatalog.Architectures.FirstOrDefault(architecture => architecture.Name == Scalar(root, "architecture"))?.Training ?? new();
        return string.IsNullOrEmpty(Scalar(root, "start_from"))
            ? usual
            : usual with { Keep = WeightsKept.Best, Optimizer = usual.Optimizer with { LearningRate = FineTuning * usual.Optimizer.LearningRate } };
    }

    private static string? Scalar(YamlMappingNode root, string key) =>
        root.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? node) ? (node as YamlScalarNode)?.Value : null;

}
