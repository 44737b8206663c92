using System.CommandLine;

namespace Lodestone.App.Tests.Commands;

/// <summary>The help of every command ends with two examples of it.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Paths => [.. Of("lodestone", CommandLine.CreateRoot()).Select(one => one.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Help_ends_with_two_examples_that_the_parser_takes(string path)
    {
        var output = new StringWriter();
        ParseResult help = CommandLine.CreateRoot().Parse([.. path.Split(' ').Skip(1), "--help"]);
        Assert.Equal(ExitCode.Done, help.Invoke(new InvocationConfiguration { Output = output }));

        string[] lines = output.ToString().TrimEnd().Split('\n');
        Assert.Equal("Examples:", lines[^3]);
        Assert.Distinct(lines[^2..]);
        foreach (string example in lines[^2..].Select(line => line.Trim()))
        {
            ParseResult parse = CommandLine.CreateRoot().Parse(example["lodestone ".Length..]);
            Assert.Empty(parse.Errors);
            Assert.NotNull(parse.CommandResult.Command.Action);
            Assert.StartsWith($"{path} ", $"{example} ");
            if (help.CommandResult.Command.Subcommands.Count == 0) Assert.Equal(path.Split(' ')[^1], parse.CommandResult.Command.Name);
        }
    }

    [Fact]
    public void No_line_of_help_ends_with_a_blank() => Assert.All(Of("lodestone", CommandLine.CreateRoot()), one =>
    {
        var output = new StringWriter();
        CommandLine.CreateRoot().Parse([.. one.Path.Split(' ').Skip(1), "--help"]).Invoke(new InvocationConfiguration { Output = output });
        Assert.DoesNotContain(" \n", output.ToString());
    });

    private static IEnumerable<(string Path, Command Command)> Of(string path, Command command) =>
        command.Subcommands.SelectMany(child => Of($"{path} {child.Name}", child)).Prepend((path, command));
}
