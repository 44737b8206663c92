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

    private Terminal(bool quiet, bool json, bool colorless, bool verbose)
    {
        _verbose = verbose;
        Quiet = quiet;
        Json = json;
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        ResultStream = new BufferedStream(StandardOutput.Open(), BufferSize);
        Results = new StreamWriter(ResultStream, encoding) { NewLine = "\n", AutoFlush = true };
        var errors = new StreamWriter(Console.OpenStandardError(), encoding) { NewLine = "\n", AutoFlush = true };
        ResultsAreSeen = !Console.IsOutputRedirected;
        MessagesAreSeen = !Console.IsErrorRedirected;
        Tables = CreateConsole(Results, ResultsAreSeen, colorless);
        Messages = CreateConsole(errors, MessagesAreSeen, colorless);
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
        parse.GetValue(GlobalOptions.Quiet),
        parse.GetValue(GlobalOptions.Json),
        parse.GetValue(GlobalOptions.NoColor) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        parse.GetValue(GlobalOptions.Verbose));

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
