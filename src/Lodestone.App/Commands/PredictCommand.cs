using System.CommandLine;

namespace Lodestone.App.Commands;

internal static class PredictCommand
{
    public static Command Create() => new("predict");
}
