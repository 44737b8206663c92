using System.CommandLine;

namespace Lodestone.App.Commands;

internal static class DataCommand
{
    public static Command Create() => new("data");
}
