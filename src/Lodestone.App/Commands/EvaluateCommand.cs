using System.CommandLine;

namespace Lodestone.App.Commands;

internal static class EvaluateCommand
{
    public static Command Create() => new("evaluate");
}
