using System.CommandLine;
using System.CommandLine.Invocation;
using Lodestone.App.Commands;
using Lodestone.App.Output;
using Lodestone.Matter;
using TorchSharp;

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
            if (parse.Errors.Count == 0 && parse.GetValue(GlobalOptions.Threads) is { } threads)
                torch.set_num_threads(threads);
            if (parse.Action is ParseErrorAction)
                throw new InputException(UsageError.Of(parse));
            int code = await parse.InvokeAsync(new TerminalInvocation(terminal)
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = Grace,
                Output = terminal.Results,
            });
            terminal.Flush();
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
            CrossvalCommand.Create(),
            ModelCommand.Create(),
            DataCommand.Create(),
        };
        GlobalOptions.AddTo(root);
        HelpWithExamples.AddTo(root);
        return root.WithExamples("lodestone screen examples/crystals", "lodestone predict my-crystals/ -m formation-energy -m band-gap -o predictions.csv");
    }

    private static int Explain(Exception exception, Terminal terminal)
    {
        switch (exception)
        {
            case IOException when StandardOutput.IsClosedByReader(exception):
                return ExitCode.Done;
            case OperationCanceledException:
                terminal.Error("Interrupted.");
                return ExitCode.Interrupted;
            case InputException:
                terminal.Error(exception.Message, exception);
                return ExitCode.Unusable;
            case IOException or UnauthorizedAccessException:
                terminal.Error($"Reading or writing failed: {exception.Message}", exception);
                return ExitCode.Unusable;
            default:
                terminal.Error(
                    $"Lodestone made a mistake: {exception.GetType().Name}: {exception.Message} "
                    + "Please report it, with the output of the same command with --verbose.",
                    exception);
                return ExitCode.Defect;
        }
    }
}
