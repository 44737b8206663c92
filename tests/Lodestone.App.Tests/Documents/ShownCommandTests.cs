using System.CommandLine;
using System.CommandLine.Parsing;
using Lodestone.App.Commands;
using Lodestone.App.Tests.Commands;
using Lodestone.Models;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Documents;

/// <summary>What README, documents, cards and recipes show can be typed.</summary>
public sealed class ShownCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Runnable => [.. ShownCommand.All.Where(command => NeedsNothing(command.Arguments))
        .DistinctBy(command => command.Arguments).Select(command => (command.Arguments, command.Place))];

    [Fact]
    public void Every_command_on_a_line_of_its_own_is_understood()
    {
        ShownCommand[] whole = [.. ShownCommand.All.Where(command => command.IsWhole)];

        Assert.True(whole.Length > 50, $"Only {whole.Length} commands were found.");
        Assert.All(whole, command => Assert.All(command.Alternatives(), arguments =>
        {
            ParseResult parse = CommandLine.CreateRoot().Parse(arguments);
            Assert.True(parse.Errors.Count == 0, $"{command.Place}: {arguments}: {(parse.Errors.Count > 0 ? UsageError.Of(parse) : "")}");
        }));
    }

    [Fact]
    public void Every_command_within_a_sentence_exists_and_has_the_options_that_are_named() =>
        Assert.All(ShownCommand.All.Where(command => !command.IsWhole), command => Assert.All(command.Alternatives(), arguments =>
        {
            ParseResult parse = CommandLine.CreateRoot().Parse(arguments);
            Assert.NotNull(parse.CommandResult.Command.Action);
            Assert.True(parse.UnmatchedTokens.Count == 0, $"{command.Place}: {arguments}");
            Assert.All(parse.Errors, error => Assert.True(IsOfWhatIsLeftOut(error), $"{command.Place}: {arguments}: {error.Message}"));
        }));

    [Theory]
    [MemberData(nameof(Runnable))]
    public void What_needs_only_the_repository_runs(string arguments, string place)
    {
        foreach (string shared in new[] { "examples", "recipes" })
            Directory.CreateSymbolicLink(Path.Combine(_folder.Path, shared), Path.Combine(Repository.Root, shared));

        ProcessResult result = LodestoneProcess.Run(_folder.Path, [.. CommandLineParser.SplitCommandLine(arguments)]);

        Assert.True(result.ExitCode == ExitCode.Done, $"{place}: {result.Errors}");
        Assert.NotEmpty(result.Output);
    }

    public void Dispose()
    {
        foreach (string link in Directory.GetDirectories(_folder.Path).Where(path => new DirectoryInfo(path).LinkTarget is not null))
            Directory.Delete(link);
        _folder.Dispose();
    }

    private static bool IsOfWhatIsLeftOut(ParseError error) =>
        error.SymbolResult is ArgumentResult { Tokens.Count: 0 } || error.Message.Contains("is required", StringComparison.Ordinal);

    private static bool NeedsNothing(string arguments) => arguments.Split(' ') switch
    {
        ["model", "list"] or ["model", "arch"] or ["data", "descriptors"] or ["screen", "examples/crystals"] or ["data", "info", "examples/crystals"] => true,
        ["model", "show", var model] => ModelCatalog.Shipped.Any(shipped => shipped.Name == model),
        ["model", "arch", var architecture] => ModelCatalog.Architectures.Any(known => known.Name == architecture),
        _ => false,
    };
}
