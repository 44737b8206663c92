using System.CommandLine;
using System.Runtime.CompilerServices;

namespace Lodestone.App.Commands;

/// <summary>The examples with which the help of a command ends.</summary>
internal static class CommandExamples
{
    private static readonly ConditionalWeakTable<Command, string[]> All = [];

    /// <summary>Gives a command its examples.</summary>
    /// <param name="command">The command.</param>
    /// <param name="first">What it is mostly used for, as typed in a shell.</param>
    /// <param name="second">Another use.</param>
    public static T WithExamples<T>(this T command, string first, string second)
        where T : Command
    {
        All.Add(command, [first, second]);
        return command;
    }

    /// <summary>The examples of a command.</summary>
    public static IReadOnlyList<string> Of(Command command) => All.TryGetValue(command, out string[]? examples) ? examples : [];
}
