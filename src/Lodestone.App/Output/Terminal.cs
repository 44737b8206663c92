using System.CommandLine;
using System.Text;
using Lodestone.App.Commands;
using Spectre.Console;

namespace Lodestone.App.Output;

/// <summary>Where a command writes: results to standard output, everything else to standard error.</summary>
public sealed class Terminal : IDisposable
{
    private readonly bool quiet;
    private readonly bool verbose;

    private Terminal(bool quiet, bool json, bool colorless, bool verbose)
    {
        this.quiet = quiet;
        this.verbose = verbose;
        Json = json;
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Results = new StreamWriter(Console.OpenStandardOutput(), encoding, bufferSize: 1 << 16) { NewLine = "\n" };
        var errors = new StreamWriter(Console.OpenStandardError(), encoding) { NewLine = "\n", AutoFlush = true };
        ResultsAreSeen = !Console.IsOutputRedirected;
        MessagesAreSeen = !Console.IsErrorRedirected;
        Tables = CreateConsole(Results, ResultsAreSeen, colorless);
        Messages = CreateConsole(errors, MessagesAreSeen, colorless);
    }

    /// <summary>Standard output: results only. UTF-8, buffered.</summary>
    public TextWriter Results { get; }

    /// <summary>Standard output for tables that people read.</summary>
    public IAnsiConsole Tables { get; }

    /// <summary>Standard error, for messages and progress.</summary>
    public IAnsiConsole Messages { get; }

    /// <summary>True when results go to a terminal.</summary>
    public bool ResultsAreSeen { get; }

    /// <summary>True when messages go to a terminal.</summary>
    public bool MessagesAreSeen { get; }

    /// <summary>True when results are asked for as JSON.</summary>
    public bool Json { get; }

    /// <summary>True when neither progress nor messages are wanted.</summary>
    public bool Quiet => quiet;

    /// <summary>The terminal as the options of a command line ask for it.</summary>
    public static Terminal For(ParseResult parse) => new(
        parse.GetValue(GlobalOptions.Quiet),
        parse.GetValue(GlobalOptions.Json),
        parse.GetValue(GlobalOptions.NoColor) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        parse.GetValue(GlobalOptions.Verbose));

    /// <summary>Says something to the user, unless they asked for quiet.</summary>
    public void Say(string message)
    {
        if (!quiet)
            Messages.WriteLine(message);
    }

    /// <summary>Reports an error: one sentence, and with <c>--verbose</c> where it arose.</summary>
    public void Error(string message, Exception? exception = null)
    {
        Messages.Write(new Text("error: ", new Style(Color.Red)));
        Messages.WriteLine(message);
        if (verbose && exception is not null)
            Messages.WriteLine(exception.ToString());
    }

    /// <summary>Ends the output; what could not be written by now is lost with the reader that closed it.</summary>
    public void Dispose()
    {
        try
        {
            Results.Dispose();
        }
        catch (IOException)
        {
            // The error was reported when the results were flushed.
        }
    }

    private static IAnsiConsole CreateConsole(TextWriter writer, bool seen, bool colorless)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new StreamOutput(writer, seen),
            Ansi = seen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = seen && !colorless ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = seen ? InteractionSupport.Detect : InteractionSupport.No,
        });
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
