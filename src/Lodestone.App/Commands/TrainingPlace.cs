using Lodestone.App.Report;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Models.Recipes;

namespace Lodestone.App.Commands;

/// <summary>Where a training puts its model, its page, and its state while it runs. Nothing there is replaced unless the user says so.</summary>
/// <param name="model">The model file.</param>
/// <param name="resume">Whether to go on with the run that is there.</param>
/// <param name="force">Whether to replace what is there.</param>
internal sealed class TrainingPlace(string model, bool resume, bool force)
{
    /// <summary>The model file.</summary>
    public string Model => model;

    /// <summary>Whether to go on with the run that is there.</summary>
    public bool Resume => resume;

    /// <summary>The folder of the state.</summary>
    public string RunFolder => $"{model}.run";

    /// <summary>The page.</summary>
    public string Page => (model.EndsWith(ModelFile.Extension, StringComparison.OrdinalIgnoreCase) ? model[..^ModelFile.Extension.Length] : model) + ".html";

    /// <summary>Finds what would be lost before any work is done.</summary>
    /// <exception cref="InputException">A model or a run would be replaced.</exception>
    public void Check()
    {
        RefuseToReplace(model, force);
        if (!resume && !force && Directory.Exists(RunFolder) && Directory.EnumerateFileSystemEntries(RunFolder).Any())
            throw new InputException($"An interrupted run is kept in {RunFolder}: go on with it by --resume, or begin anew by --force.");
    }

    /// <summary>Writes model and page, and deletes the state.</summary>
    /// <param name="outcome">What came out.</param>
    /// <param name="command">The command, as typed.</param>
    public void Save(TrainingOutcome outcome, string command)
    {
        outcome.File.Save(model);
        string page = TrainingPage.Render(TrainingPageBuilder.Build(outcome, command));
        AtomicFile.WriteText(Page, writer => writer.Write(page));
        if (Directory.Exists(RunFolder)) Directory.Delete(RunFolder, recursive: true);
    }

    /// <summary>Refuses to replace a model file unless the user says so.</summary>
    /// <exception cref="InputException">There is one.</exception>
    public static void RefuseToReplace(string model, bool force)
    {
        if (!force && File.Exists(model))
            throw new InputException($"There is a file {model} already: name another with -o, or replace it by --force.");
    }
}
