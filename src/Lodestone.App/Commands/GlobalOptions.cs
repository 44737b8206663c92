using System.CommandLine;

namespace Lodestone.App.Commands;

/// <summary>The options that every command understands.</summary>
internal static class GlobalOptions
{
    /// <summary>Results only: no progress, no messages but errors.</summary>
    public static Option<bool> Quiet { get; } = Flag("--quiet", "No progress and no messages but errors.", "-q");

    /// <summary>Machine-readable results.</summary>
    public static Option<bool> Json { get; } = Flag("--json", "Results as JSON on standard output.");

    /// <summary>No colours.</summary>
    public static Option<bool> NoColor { get; } = Flag("--no-color", "No colours (also with the environment variable NO_COLOR).");

    /// <summary>Stack traces with errors.</summary>
    public static Option<bool> Verbose { get; } = Flag("--verbose", "With an error, where in the program it arose.");

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

    private static Option<bool> Flag(string name, string description, params string[] aliases)
    {
        Option<bool> flag = CommandParts.Flag(name, description);
        flag.Recursive = true;
        foreach (string alias in aliases)
            flag.Aliases.Add(alias);
        return flag;
    }
}
