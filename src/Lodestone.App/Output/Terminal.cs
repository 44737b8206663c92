using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lodestone.App.Commands;
using Spectre.Console;

namespace Lodestone.App.Output;

/// <summary>Where a command writes: results to standard output, everything else to standard error.</summary>
public sealed class Terminal : IDisposable
{
    private const int BufferSize = 1 << 16;

    private static readonly JsonSerializerOptions JsonOptions = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly bool _verbose;

    /// <summary>Makes a terminal of two streams.</summary>
    /// <param name="parse">The command line, whose options say what is wanted.</param>
    /// <param name="results">Standard output.</param>
    /// <param name="messages">Standard error.</param>
    internal Terminal(ParseResult parse, TerminalStream results, TerminalStream messages)
    {
        _verbose = parse.GetValue(GlobalOptions.Verbose);
        Quiet = parse.GetValue(GlobalOptions.Quiet);
        Json = parse.GetValue(GlobalOptions.Json);
        bool colorless = parse.GetValue(GlobalOptions.NoColor) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        ResultStream = new BufferedStream(results.Stream, BufferSize);
        Results = new StreamWriter(ResultStream, encoding) { NewLine = "\n", AutoFlush = true };
        var errors = new StreamWriter(messages.Stream, encoding) { NewLine = "\n", AutoFlush = true };
        ResultsAreSeen = results.Seen;
        MessagesAreSeen = messages.Seen;
        Tables = CreateConsole(Results, results, colorless);
        Messages = CreateConsole(errors, messages, colorless);
    }

    /// <summary>Standard output as bytes, buffered.</summary>
    public Stream ResultStream { get; }

    /// <summary>Standard output as text, UTF-8, on top of <see cref="ResultStream"/>.</summary>
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
    public bool Quiet { get; }

    /// <summary>The terminal as the options of a command line ask for it.</summary>
    public static Terminal For(ParseResult parse) => new(
        parse,
        new TerminalStream(StandardOutput.Open(), !Console.IsOutputRedirected),
        new TerminalStream(Console.OpenStandardError(), !Console.IsErrorRedirected));

    /// <summary>Writes a result as JSON.</summary>
    /// <param name="value">Anything that serializes; names are kept as they are.</param>
    public void WriteJson(object value) => Results.WriteLine(JsonSerializer.Serialize(value, JsonOptions));

    /// <summary>A table that looks well where the results go: with a border on a terminal, plain elsewhere.</summary>
    public Table CreateTable() => new() { Border = ResultsAreSeen ? TableBorder.Rounded : TableBorder.None, BorderStyle = new Style(Color.Grey) };

    /// <summary>Says something to the user, unless they asked for quiet.</summary>
    public void Say(string message)
    {
        if (!Quiet)
            Messages.WriteLine(message);
    }

    /// <summary>Reports an error: one sentence, and with <c>--verbose</c> where it arose.</summary>
    public void Error(string message, Exception? exception = null)
    {
        Messages.Write(new Text("error: ", new Style(Color.Red)));
        Messages.WriteLine(message);
        if (_verbose && exception is not null)
            Messages.WriteLine(exception.ToString());
    }

    /// <summary>Hands over what is still buffered of the results.</summary>
    /// <exception cref="IOException">Standard output cannot be written.</exception>
    public void Flush()
    {
        if (ResultStream.CanWrite) ResultStream.Flush();
    }

    /// <summary>Ends the output; what could not be written by now is lost with the reader that closed it.</summary>
    public void Dispose()
    {
        try
        {
            ResultStream.Dispose();
        }
        catch (IOException)
        {
            // The error was reported when the results were flushed.
        }
    }

    private static IAnsiConsole CreateConsole(TextWriter writer, TerminalStream stream, bool colorless)
    {
        bool seen = stream.Seen;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new StreamOutput(seen ? writer : new TrimmedWriter(writer), seen, stream.Width),
            Ansi = seen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = seen && !colorless ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = seen ? InteractionSupport.Detect : InteractionSupport.No,
        });
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
