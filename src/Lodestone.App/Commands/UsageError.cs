using System.CommandLine;
using System.CommandLine.Parsing;
using Lodestone.Matter;

namespace Lodestone.App.Commands;

/// <summary>What is wrong with a command line, in words.</summary>
internal static class UsageError
{
    private const string Unknowns = "There is no option ";

    /// <summary>Names what cannot be understood, what it may have meant, and where there is help.</summary>
    public static string Of(ParseResult parse)
    {
        CommandResult result = parse.CommandResult;
        string[] errors = [.. parse.Errors.Select(Sentence).Distinct()];
        // What is missing, or stands where nothing is expected, may be so because an option was misspelled.
        string[] options = [.. errors.Where(error => error.StartsWith(Unknowns, StringComparison.Ordinal))];
        if (options.Length > 0) errors = options;
        else if (parse.UnmatchedTokens.Count > 0) errors = [Unknown(Misspelled(result) ?? parse.UnmatchedTokens[0], result.Command)];
        return $"{string.Join(' ', errors)} See '{Path(result.Command)} --help'.";
    }

    /// <summary>Says that there is no such option.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="command">The command that has no such option.</param>
    public static string NoOption(string written, Command command) =>
        $"{Unknowns}'{written}' here; a file of that name is written ./{written}.{Suggestion.Ask(written, Options(command))}";

    private static string Unknown(string written, Command command) =>
        $"Lodestone knows no '{written}' here.{Suggestion.Ask(written, written.StartsWith('-') ? Options(command) : command.Subcommands.Select(child => child.Name))}";

    /// <summary>A word that was taken for the name of a file and may have meant a subcommand.</summary>
    private static string? Misspelled(CommandResult result) => result.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
        .Select(token => token.Value).FirstOrDefault(word => Suggestion.Nearest(word, result.Command.Subcommands.Select(child => child.Name)) is not null);

    private static string Sentence(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0, Option: var option } result when !result.Implicit => $"{option.Name} needs a value: {option.Name} {option.HelpName}.",
        OptionResult { IdentifierTokenCount: > 1, Option: { Arity.MaximumNumberOfValues: 1 } option } => $"{option.Name} is given more than once; give it once.",
        ArgumentResult { Tokens.Count: 0, Argument: var argument } => $"{argument.Name} is missing.",
        CommandResult { Command: var command } result when command.Action is null && result.Tokens.Count == 0 =>
            $"Say what '{Path(command)}' is to do: {string.Join(", ", command.Subcommands.Select(child => child.Name))}.",
        _ => string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
    };

    private static IEnumerable<string> Options(Command command) => Lineage(command)
        .SelectMany(one => one.Options.Where(option => one == command || option.Recursive)).Select(option => option.Name);

    private static IEnumerable<Command> Lineage(Command command)
    {
        for (Command? one = command; one is not null; one = one.Parents.OfType<Command>().FirstOrDefault())
            yield return one;
    }

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "lodestone";
}
