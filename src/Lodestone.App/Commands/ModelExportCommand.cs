using System.CommandLine;
using Lodestone.App.Output;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Models;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone model export</c>: the weights of a model as a plain safetensors file.</summary>
internal static class ModelExportCommand
{
    private const string Ending = ".safetensors";

    private static readonly Argument<string> Model = CommandParts.Model();
    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The .safetensors file to write.",
        HelpName = "FILE.safetensors",
        Required = true,
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("export", "Writes the weights of a model as a safetensors file, its description among the metadata.") { Model, Output };
        command.WithExamples(
            "lodestone model export my-gap.lodestone -o my-gap.safetensors",
            "lodestone model export magnetization -o magnetization.safetensors");
        command.Handle((parse, terminal) => Export(parse.GetRequiredValue(Model), parse.GetRequiredValue(Output), terminal));
        return command;
    }

    private static void Export(string name, string path, Terminal terminal)
    {
        if (!path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            throw new InputException($"'{path}' does not end in {Ending}; name such a file.");
        ModelFile file = ModelCatalog.Open(name);
        byte[] bytes = new SafeTensors(file.Tensors.Values, [KeyValuePair.Create("model", file.Description.ToJson())]).ToBytes();
        AtomicFile.Write(path, stream => stream.Write(bytes));
        terminal.Say($"{file.Tensors.Count} tensors written to {path}");
    }
}
