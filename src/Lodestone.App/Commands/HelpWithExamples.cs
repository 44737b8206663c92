using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Lodestone.App.Commands;

/// <summary>Writes the usual help of a command, and its examples below.</summary>
/// <param name="usual">The usual help.</param>
internal sealed class HelpWithExamples(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => usual.ClearsParseErrors;

    /// <summary>Makes the help of a command and of all below it end with examples.</summary>
    public static void AddTo(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((SynchronousCommandLineAction)help.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (string example in CommandExamples.Of(parseResult.CommandResult.Command))
            output.WriteLine($"  {example}");
        return code;
    }
}
