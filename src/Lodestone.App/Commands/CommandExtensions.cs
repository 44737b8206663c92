using System.CommandLine;
using Lodestone.App.Output;

namespace Lodestone.App.Commands;

/// <summary>What all commands have in common.</summary>
internal static class CommandExtensions
{
    /// <summary>Sets what a command does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="action">Does it, and gives one of <see cref="ExitCode"/>.</param>
    public static void Handle(this Command command, Func<ParseResult, Terminal, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parse, cancellation) =>
        {
            await Task.Yield(); // System.CommandLine waits after Ctrl-C only for an action whose task it already holds
            return await action(parse, ((TerminalInvocation)parse.InvocationConfiguration).Terminal, cancellation);
        });

    /// <summary>Sets what a short command does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="action">Does it.</param>
    public static void Handle(this Command command, Action<ParseResult, Terminal> action) =>
        command.Handle((parse, terminal, _) =>
        {
            action(parse, terminal);
            return Task.FromResult(ExitCode.Done);
        });
}
