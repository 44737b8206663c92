using System.CommandLine;

namespace Lodestone.App.Commands;

internal static class ModelCommand
{
    public static Command Create() => new("model");
}
