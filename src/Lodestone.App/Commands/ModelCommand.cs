using System.CommandLine;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone model</c>: what there is to know about models and architectures.</summary>
internal static class ModelCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new Command("model", "Lists, describes, imports, exports and adapts models.")
    {
        ModelListCommand.Create(),
        ModelShowCommand.Create(),
        ModelArchCommand.Create(),
        ModelImportCommand.Create(),
        ModelExportCommand.Create(),
        ModelAdaptCommand.Create(),
    }.WithExamples("lodestone model list", "lodestone model show magnetization");
}
