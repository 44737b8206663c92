using System.CommandLine;
using System.CommandLine.Invocation;
using Lodestone.App.Commands;
using Lodestone.App.Output;
using Lodestone.Matter;

namespace Lodestone.App;

/// <summary>The program: parses the arguments, runs one command, and turns what goes wrong into a sentence and an exit code.</summary>
public static class CommandLine
{
    /// <summary>How long a command may take to keep its state after Ctrl-C before the process is ended.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>Runs the program.</summary>
    /// <param name="args">The arguments, without the name of the program.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        ParseResult parse = CreateRoot().Parse(args);
        using var terminal = Terminal.For(parse);
        try
        {
            if (parse.Action is ParseErrorAction)
                throw new InputException(UsageError(parse));
            int code = await parse.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = Grace,
                Output = terminal.Results,
            });
            terminal.Results.Flush();
            return code;
        }
        catch (Exception exception)
        {
            return Explain(exception, terminal);
        }
    }

    /// <summary>The commands with their options.</summary>
    internal static RootCommand CreateRoot()
    {
        var root = new RootCommand("Learns properties of crystals and molecules, and ranks unmeasured ones with honest error bars.")
        {
            ScreenCommand.Create(),
            PredictCommand.Create(),
            TrainCommand.Create(),
            EvaluateCommand.Create(),
            ModelCommand.Create(),
            DataCommand.Create(),
        };
        GlobalOptions.AddTo(root);
        return root;
    }

    private static string UsageError(ParseResult parse)
    {
        string command = string.Join(' ', parse.CommandResult.Command is RootCommand
            ? ["lodestone"]
            : parse.CommandResult.Command.Parents.OfType<RootCommand>().Any()
                ? new[] { "lodestone", parse.CommandResult.Command.Name }
                : ["lodestone", parse.CommandResult.Command.Parents.OfType<Command>().First().Name, parse.CommandResult.Command.Name]);
        return $"{string.Join(' ', parse.Errors.Select(error => error.Message))} See '{command} --help'.";
    }

    private static int Explain(Exception exception, Terminal terminal)
    {
        switch (exception)
        {
            case OperationCanceledException:
                terminal.Error("Interrupted.");
                return ExitCode.Interrupted;
            case InputException:
                terminal.Error(exception.Message, exception);
                return ExitCode.Unusable;
            case IOException or UnauthorizedAccessException:
                terminal.Error($"A file or stream cannot be used: {exception.Message}", exception);
                return ExitCode.Unusable;
            default:
                terminal.Error($"Lodestone made a mistake: {exception.GetType().Name}: {exception.Message} Please report it, with the output of the same command with --verbose.", exception);
                return ExitCode.Defect;
        }
    }
}
