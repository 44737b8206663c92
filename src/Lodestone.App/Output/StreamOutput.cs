using System.Text;
using Spectre.Console;

namespace Lodestone.App.Output;

/// <summary>One of the standard streams, as a place for Spectre.Console to write to.</summary>
/// <param name="writer">The writer of the stream.</param>
/// <param name="seen">True when the stream is a terminal.</param>
/// <param name="width">How wide that terminal is; null to ask it.</param>
internal sealed class StreamOutput(TextWriter writer, bool seen, int? width) : IAnsiConsoleOutput
{
    /// <summary>Wide enough that no table of a redirected output is ever wrapped.</summary>
    private const int Unlimited = 10_000;

    private const int UsualWidth = 80;

    private const int UsualHeight = 24;

    /// <inheritdoc/>
    public TextWriter Writer => writer;

    /// <inheritdoc/>
    public bool IsTerminal => seen;

    /// <inheritdoc/>
    public int Width => seen ? width ?? Measure(() => Console.WindowWidth, UsualWidth) : Unlimited;

    /// <inheritdoc/>
    public int Height => seen ? Measure(() => Console.WindowHeight, UsualHeight) : UsualHeight;

    /// <inheritdoc/>
    public void SetEncoding(Encoding encoding)
    {
    }

    private static int Measure(Func<int> size, int usual)
    {
        try
        {
            return size() is > 0 and int known ? known : usual;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return usual;
        }
    }
}
