using System.CommandLine;
using Lodestone.Learning.Files;
using Lodestone.Models.Cgcnn.Import;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone model import</c>: makes a model file of published weights.</summary>
internal static class ModelImportCommand
{
    private static readonly Argument<string> Input = CommandParts.Argument<string>("FILE", "The published file. Nothing in it is run.");
    private static readonly Option<string?> From = CreateFrom();
    private static readonly Option<string?> AtomFeatures = new("--atom-features")
    {
        Description = "The atom_init.json that the weights were trained with (looked for in the folders around FILE).",
        HelpName = "FILE.json",
    };
    private static readonly Option<bool> Force = CommandParts.Force("Replace a model file.");
    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The model file to write.",
        HelpName = "FILE.lodestone",
        Required = true,
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("import", "Makes a model file of published weights.") { Input, From, AtomFeatures, Force, Output };
        command.WithExamples(
            "lodestone model import formation-energy-per-atom.pth.tar --from cgcnn -o published.lodestone",
            "lodestone model import formation-energy-per-atom.pth.tar --from cgcnn --atom-features atom_init.json -o published.lodestone");
        command.Handle((parse, terminal) =>
        {
            TrainingPlace.RefuseToReplace(parse.GetRequiredValue(Output), parse.GetValue(Force));
            ModelFile file = CgcnnImport.ToModelFile(parse.GetRequiredValue(Input), parse.GetValue(AtomFeatures));
            file.Save(parse.GetRequiredValue(Output));
            terminal.Say($"The model is {parse.GetRequiredValue(Output)}");
        });
        return command;
    }

    private static Option<string?> CreateFrom()
    {
        Option<string?> option = CommandParts.Choice("--from", "What made the file: cgcnn (a .pth.tar of the original CGCNN).", "cgcnn");
        option.Required = true;
        return option;
    }
}
