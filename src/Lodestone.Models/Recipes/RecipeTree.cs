using Lodestone.Matter;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Lodestone.Models.Recipes;

/// <summary>Reads the text of a recipe as a tree.</summary>
internal static class RecipeTree
{
    private const int MostCharacters = 1 << 20;
    private const int MostLevels = 20;

    /// <summary>Reads a recipe.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="source">How messages name the text.</param>
    /// <exception cref="InputException">It is no YAML, or too large or too deep for a recipe.</exception>
    public static YamlMappingNode Read(string text, string source)
    {
        try
        {
            return Parse(text, source) switch
            {
                null => [],
                YamlMappingNode root => root,
                _ => throw new InputException($"{source} is no recipe: a YAML mapping such as 'name: band-gap' was expected."),
            };
        }
        catch (YamlException e)
        {
            throw new InputException(FormattableString.Invariant($"{source}:{e.Start.Line}: This is no YAML: {e.Message.TrimEnd('.')}."), e);
        }
        catch (Exception e) when (IsOfTheParser(e))
        {
            throw new InputException($"{source}: This is no YAML.", e);
        }
    }

    /// <summary>Reads a value as a tree, in flow style, so that lists and mappings can be given as well.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="source">How messages name the text.</param>
    /// <exception cref="InputException">It is no YAML.</exception>
    public static YamlNode ReadValue(string text, string source)
    {
        try
        {
            return Parse(text, source) ?? new YamlScalarNode("");
        }
        catch (Exception e) when (IsOfTheParser(e))
        {
            throw new InputException($"{source}: The value is no YAML.", e);
        }
    }

    /// <summary>The parser answers some broken texts with other exceptions than its own.</summary>
    private static bool IsOfTheParser(Exception e) => e is YamlException or InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException;

    private static YamlNode? Parse(string text, string source)
    {
        if (text.Length > MostCharacters) throw new InputException($"{source} is no recipe: it is longer than a million characters.");
        RefuseDepth(text, source);
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
    }

    /// <summary>A tree is read by recursion: what is too deep, or goes in circles, is found by reading events first.</summary>
    private static void RefuseDepth(string text, string source)
    {
        var parser = new Parser(new StringReader(text));
        for (int depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MostLevels) throw new InputException(FormattableString.Invariant($"{source}:{parser.Current.Start.Line}: This is nested deeper than any recipe."));
            if (parser.Current is AnchorAlias) throw new InputException(FormattableString.Invariant($"{source}:{parser.Current.Start.Line}: Recipes have no aliases; write the value out."));
        }
    }
}
