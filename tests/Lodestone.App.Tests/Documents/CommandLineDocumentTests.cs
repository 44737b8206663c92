using System.CommandLine;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Documents;

/// <summary>docs/command-line.md names every command and every option that there is.</summary>
public sealed class CommandLineDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "command-line.md"));

    public static TheoryData<string> Names => [.. Of(CommandLine.CreateRoot()).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_document_names(string name) => Assert.Matches($@"(?<![\w-]){name}(?![\w-])", Document);

    private static IEnumerable<string> Of(Command command) =>
        command.Options.Select(ShortestName).Concat(command.Subcommands.Select(child => child.Name)).Concat(command.Subcommands.SelectMany(Of));

    private static string ShortestName(Option option) =>
        option.Aliases.Prepend(option.Name).Where(name => name[0] == '-' && name != "-?").MinBy(name => name.Length)!;
}
