using System.CommandLine;

namespace Lodestone.App.Commands;

internal static class ScreenCommand
{
    public static Command Create() => new("screen");
}
