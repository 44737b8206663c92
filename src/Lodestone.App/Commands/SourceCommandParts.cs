using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestone.App.Output;
using Lodestone.Data;
using Lodestone.Matter.Formats;

namespace Lodestone.App.Commands;

/// <summary>How commands open and read sources of materials.</summary>
internal static partial class SourceCommandParts
{
    /// <summary>The largest entry of a source, in bytes.</summary>
    public static Option<long?> MaxEntry { get; } = new("--max-entry")
    {
        Description = "The most unpacked text that one entry of a source may hold, such as 100M (32M).",
        HelpName = "SIZE",
        Recursive = true,
        CustomParser = ParseSize,
    };

    /// <summary>Opens sources within the limits that the user gave.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="sources">At least one.</param>
    /// <exception cref="Matter.InputException">One cannot be read at all.</exception>
    public static MaterialSource OpenSources(this ParseResult parse, params IReadOnlyList<string> sources) =>
        MaterialSource.Open(sources, parse.GetValue(MaxEntry) is { } bytes ? new ReadLimits(bytes) : ReadLimits.Default);

    /// <summary>Reads a source, tells how much of it there is, and says once what had to be assumed of it as a whole.</summary>
    /// <param name="source">The source.</param>
    /// <param name="terminal">Where to say it.</param>
    /// <param name="counter">Where materials are counted; null where they are not.</param>
    /// <param name="cancellation">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    public static IEnumerable<MaterialReading> Read(this MaterialSource source, Terminal terminal, WorkCounter? counter, CancellationToken cancellation)
    {
        counter?.Expect(source.CountEntries(cancellation));
        var said = new HashSet<string>();
        foreach (MaterialReading reading in source.Read(cancellation))
        {
            if (reading.Note is { } note && said.Add($"{reading.Source}: {note}")) terminal.Say($"{reading.Source}: {note}");
            yield return reading;
        }
    }

    private static long? ParseSize(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        Match match = Size().Match(text);
        if (match.Success && long.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            int shift = match.Groups["unit"].Value.ToUpperInvariant() switch { "K" => 10, "M" => 20, "G" => 30, _ => 0 };
            if (number > 0 && number <= ReadLimits.Largest >> shift) return number << shift;
        }

        result.AddError($"--max-entry needs a size from 1 to 1G, such as 100M, not '{text}'.");
        return null;
    }

    [GeneratedRegex("^(?<number>[0-9]+)(?<unit>[KMGkmg]?)(i?[Bb])?$")]
    private static partial Regex Size();
}
