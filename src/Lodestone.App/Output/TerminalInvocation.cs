using System.CommandLine;

namespace Lodestone.App.Output;

/// <summary>Carries the terminal to the action of a command.</summary>
/// <param name="terminal">The terminal.</param>
internal sealed class TerminalInvocation(Terminal terminal) : InvocationConfiguration
{
    /// <summary>The terminal.</summary>
    public Terminal Terminal => terminal;
}
