using System.Text;
using System.Text.RegularExpressions;
using Lodestone.App.Output;

namespace Lodestone.App.Tests.Output;

/// <summary>A terminal whose output can be read.</summary>
/// <param name="seen">Whether it passes for a terminal that people look at; else for files.</param>
/// <param name="width">How wide that terminal is.</param>
/// <param name="options">Options of the command line, such as <c>--verbose</c>.</param>
internal sealed partial class Capture(bool seen, int? width = null, params string[] options) : IDisposable
{
    private readonly MemoryStream _results = new();
    private readonly MemoryStream _messages = new();
    private Terminal? _terminal;

    /// <summary>The terminal; without colours.</summary>
    public Terminal Terminal => _terminal ??= Create();

    /// <summary>The lines of standard output.</summary>
    public string[] Results => Lines(_results);

    /// <summary>The lines of standard error.</summary>
    public string[] Messages => Lines(_messages);

    public void Dispose() => _terminal?.Dispose();

    private Terminal Create()
    {
        var terminal = new Terminal(
            CommandLine.CreateRoot().Parse(["model", "list", "--no-color", .. options]), new TerminalStream(_results, seen, width), new TerminalStream(_messages, seen, width));
        terminal.Messages.Profile.Capabilities.Ansi = terminal.Messages.Profile.Capabilities.Interactive = seen;
        return terminal;
    }

    private string[] Lines(MemoryStream stream)
    {
        Terminal.Flush();
        return Controls().Replace(Encoding.UTF8.GetString(stream.ToArray()), "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Controls();
}
