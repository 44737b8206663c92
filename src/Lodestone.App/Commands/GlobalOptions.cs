using System.CommandLine;

namespace Lodestone.App.Commands;

/// <summary>The options that every command understands.</summary>
internal static class GlobalOptions
{
    /// <summary>Results only: no progress, no messages but errors.</summary>
    public static Option<bool> Quiet { get; } = new("--quiet", "-q")
    {
        Description = "No progress and no messages but errors.",
        Recursive = true,
    };

    /// <summary>Machine-readable results.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "Results as JSON on standard output.", Recursive = true };

    /// <summary>No colours.</summary>
    public static Option<bool> NoColor { get; } = new("--no-color")
    {
        Description = "No colours (also with the environment variable NO_COLOR).",
        Recursive = true,
    };

    /// <summary>Stack traces with errors.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "With an error, where in the program it arose.",
        Recursive = true,
    };

    /// <summary>Number of threads for computing.</summary>
    public static Option<int?> Threads { get; } = CommandParts.WholeNumber("--threads", "Number of threads for computing (all processors).", minimum: 1);

    /// <summary>Adds the options to the root command, and makes <c>--version</c> known to every command.</summary>
    public static void AddTo(RootCommand root)
    {
        foreach (Option option in root.Options)
            option.Recursive = true;
        Threads.Recursive = true;
        root.Add(Quiet);
        root.Add(Json);
        root.Add(NoColor);
        root.Add(Verbose);
        root.Add(Threads);
        root.Add(SourceCommandParts.MaxEntry);
    }
}
