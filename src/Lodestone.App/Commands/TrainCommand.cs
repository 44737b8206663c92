using System.CommandLine;

namespace Lodestone.App.Commands;

internal static class TrainCommand
{
    public static Command Create() => new("train");
}
