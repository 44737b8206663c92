using System.CommandLine;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone data</c>: describes, converts and splits sources of materials; lists and selects descriptors.</summary>
internal static class DataCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new Command("data", "Describes, converts and splits sources of materials; lists and selects descriptors.")
    {
        DataInfoCommand.Create(),
        DataConvertCommand.Create(),
        DataSplitCommand.Create(),
        DataDescriptorsCommand.Create(),
        DataSelectCommand.Create(),
    }.WithExamples("lodestone data info my-table.csv", "lodestone data split my-table.csv --by formula -o parts");
}
