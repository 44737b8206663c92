using Lodestone.App.Output;

namespace Lodestone.App.Commands;

/// <summary>Says on standard error what a long piece of work tells of its steps.</summary>
/// <param name="terminal">Where to.</param>
internal sealed class MessageProgress(Terminal terminal) : IProgress<string>
{
    /// <summary>Called at each step, on the thread that works.</summary>
    public void Report(string message) => terminal.Say(message);
}
