using System.Text.RegularExpressions;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Documents;

/// <summary>A command of Lodestone that a document shows.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Arguments">What stands behind the name of the program.</param>
/// <param name="IsWhole">True for a line of its own, which can be typed as it is; false for a mention within a sentence, which may leave arguments out.</param>
internal sealed partial record ShownCommand(string Place, string Arguments, bool IsWhole)
{
    /// <summary>All commands that README, documents, cards and recipes show.</summary>
    public static IReadOnlyList<ShownCommand> All { get; } =
        [.. Files().SelectMany(file => File.ReadLines(file).SelectMany((line, i) => Of($"{Path.GetRelativePath(Repository.Root, file)}:{i + 1}", line)))];

    /// <summary>The command with each of the alternatives that it names, such as <c>conventional|primitive</c>.</summary>
    public IEnumerable<string> Alternatives()
    {
        Match choice = Choice().Match(Arguments);
        return choice.Success ? choice.Value.Split('|').Select(one => Arguments.Replace(choice.Value, one)) : [Arguments];
    }

    private static IEnumerable<ShownCommand> Of(string place, string line)
    {
        if (OwnLine().Match(line) is { Success: true } own)
            return IsSynopsis(line) ? [] : [new ShownCommand(place, own.Groups["arguments"].Value.Trim(), IsWhole: true)];
        return Mention().Matches(line).Select(mention => new ShownCommand(place, mention.Groups["arguments"].Value, IsWhole: false));
    }

    /// <summary>A synopsis shows what may be written: parts in brackets, several of a kind, alternatives of several words.</summary>
    private static bool IsSynopsis(string line) => line.Contains('…') || line.Contains(" | ") || line.Contains('[') && line.Contains(']') && !line.Contains('"');

    private static IEnumerable<string> Files() =>
    [
        Path.Combine(Repository.Root, "README.md"),
        .. In("docs", "*.md"), .. In("examples", "*.md"), .. In("models", "*.md"), .. In("recipes", "*.yaml"),
    ];

    private static IEnumerable<string> In(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^[\s#]*(?:lodestone|dotnet run .*--project src/Lodestone\.App --) (?<arguments>.*)$")]
    private static partial Regex OwnLine();

    [GeneratedRegex("`lodestone (?<arguments>[^`]+)`")]
    private static partial Regex Mention();

    [GeneratedRegex(@"[\w\-]+(\|[\w\-]+)+")]
    private static partial Regex Choice();
}
