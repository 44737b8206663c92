using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestone.Models.Recipes;

namespace Lodestone.App.Commands;

/// <summary>A recipe in the words of the command line.</summary>
internal static partial class RecipeRequest
{
    /// <summary>Makes a recipe of what options say.</summary>
    /// <param name="data">The source.</param>
    /// <param name="target">What to learn; several targets are joined by commas, and a name with a comma in it stands in double quotes.</param>
    /// <param name="architecture">The architecture.</param>
    /// <param name="settings">Settings <c>key=value</c>.</param>
    /// <exception cref="Matter.InputException">A setting cannot be used.</exception>
    public static Recipe Make(string data, string target, string architecture, IEnumerable<string> settings)
    {
        string[] targets = [.. Names().Matches(target).Select(match => match.Value.Trim().Trim('"')).Where(name => name.Length > 0)];
        string[] request =
        [
            $"name={Quoted(string.Join('-', targets))}",
            $"data={Quoted(data)}",
            $"targets=[{string.Join(", ", targets.Select(name => $"{{name: {Quoted(name)}}}"))}]",
            $"architecture={Quoted(architecture)}",
        ];
        return RecipeFile.Parse("", "The command line", [.. request, .. settings]);
    }

    /// <summary>The settings that a command line gives for a recipe: those of <c>--set</c>, the seed and the largest entry.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="set">The option of settings.</param>
    /// <param name="seed">The option of the seed, where the command has one.</param>
    public static IEnumerable<string> Settings(ParseResult parse, Option<string[]> set, Option<ulong?>? seed = null) =>
    [
        .. parse.GetValue(set) ?? [],
        .. Setting("seed", seed is null ? null : parse.GetValue(seed)),
        .. Setting("max_entry", parse.GetValue(SourceCommandParts.MaxEntry)),
    ];

    /// <summary>The setting of a number, if there is one.</summary>
    public static IEnumerable<string> Setting(string key, IFormattable? value) =>
        value is null ? [] : [$"{key}={value.ToString(null, CultureInfo.InvariantCulture)}"];

    /// <summary>Whether a source is the name of a recipe.</summary>
    public static bool IsRecipe(string source) =>
        source.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || source.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Names between commas; one in double quotes may hold commas.</summary>
    [GeneratedRegex("""(?<=^|,)\s*("[^"]*"|[^,]*)\s*(?=,|$)""")]
    private static partial Regex Names();

    private static string Quoted(string text) => $"'{text.Replace("'", "''")}'";
}
