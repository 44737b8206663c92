using System.CommandLine;
using System.Globalization;
using Lodestone.App.Output;
using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Models;
using Lodestone.Models.Canonicalization;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone model adapt</c>: makes a trained model invariant by a learned canonicalizer; its weights stay as they are.</summary>
internal static class ModelAdaptCommand
{
    private static readonly Argument<string> Model = CommandParts.Model();
    private static readonly Option<string> Data = new("--data")
    {
        Description = "Crystals that lie and are described as those that the model was trained on; they need no labels.",
        HelpName = "SOURCE",
        Required = true,
    };
    private static readonly Option<string?> Group = CommandParts.Choice(
        "--group",
        "Under what predictions must not change: o3 (rotations and reflections, the cell kept), so3 (rotations) or cell (every description of the crystal) (o3).",
        "o3", "so3", "cell");
    private static readonly Option<int?> Epochs = CommandParts.WholeNumber("--epochs", "Epochs of the canonicalizer (40).", 1);
    private static readonly Option<ulong?> Seed = CommandParts.Seed();
    private static readonly Option<bool> Resume = CommandParts.Resume();
    private static readonly Option<bool> Force = CommandParts.Force("Begin anew where a run could be resumed, and replace a model file.");
    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The model file to write.",
        HelpName = "FILE.lodestone",
        Required = true,
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("adapt", "Makes a trained model invariant by a learned canonicalizer; the model itself is not changed.")
        {
            Model, Data, Group, Epochs, Seed, Resume, Force, Output,
        };
        command.WithExamples(
            "lodestone model adapt my-gap.lodestone --data my-crystals/ -o my-gap-invariant.lodestone",
            "lodestone model adapt my-gap.lodestone --data my-crystals/ --group cell --epochs 20 -o my-gap-invariant.lodestone");
        command.Handle(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        string name = parse.GetRequiredValue(Model), output = parse.GetRequiredValue(Output);
        new TrainingPlace(output, parse.GetValue(Resume), parse.GetValue(Force)).Check();
        var options = new CanonicalizedOptions { Group = parse.GetValue(Group) is { } group ? Enum.Parse<AdaptationGroup>(group, ignoreCase: true) : AdaptationGroup.O3 };
        TrainingOptions training = Adaptation.DefaultTraining with { Seed = parse.GetValue(Seed) ?? 0 };
        if (parse.GetValue(Epochs) is { } epochs) training = training with { Epochs = epochs };
        ModelFile model = ModelCatalog.Open(name);
        var outcome = new Outcome();
        Material[] materials = [.. Read(parse.OpenSources(parse.GetRequiredValue(Data)).Read(terminal, counter: null, cancellation), outcome)];

        var adaptation = new Adaptation(model, options, training) { RunFolder = $"{output}.run", Resume = parse.GetValue(Resume) };
        var (file, report) = await RunAsync(adaptation, materials, terminal, cancellation);
        file.Save(output);
        Directory.Delete(adaptation.RunFolder, recursive: true);

        if (terminal.Json) terminal.WriteJson(Json(name, output, options, report));
        else terminal.Results.WriteLine(Describe(name, options, report));
        terminal.Say($"The model is {output}");
        return outcome.Report(terminal, "read");
    }

    private static async Task<(ModelFile File, AdaptationReport Report)> RunAsync(
        Adaptation adaptation, Material[] materials, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            return await ProgressDisplay.RunAsync(terminal, "Adapting", "epochs", counter => adaptation.Run(materials, new Epoch(counter), cancellation));
        }
        catch (OperationCanceledException) when (Directory.Exists(adaptation.RunFolder))
        {
            terminal.Say($"The state is kept in {adaptation.RunFolder}; the same command with --resume goes on from there.");
            throw;
        }
    }

    private static IEnumerable<Material> Read(IEnumerable<MaterialReading> readings, Outcome outcome)
    {
        foreach (MaterialReading reading in readings)
        {
            if (reading.Material is not { } material)
            {
                outcome.Add(reading.Failure!.ToString());
                continue;
            }
            outcome.AddSucceeded(1);
            yield return material;
        }
    }

    private static string Describe(string name, CanonicalizedOptions options, AdaptationReport report)
    {
        string group = options.Group switch
        {
            AdaptationGroup.O3 => "rotations and reflections",
            AdaptationGroup.So3 => "rotations",
            _ => "motions and other cells",
        };
        string identity = Invariant($"Held-out crystals are turned by ‖R − I‖ = {report.IdentityMetric:0.###} on average (0 leaves them as they lie, chance is 2.4).");
        return report.WasInvariant
            ? Invariant($"{name} is already invariant under {group}: its predictions change by {report.ChangeBefore:0.#e+0} of their spread, so the canonicalizer makes no difference. {identity}")
            : Invariant($"Under {group}, predictions of {name} change by up to {report.ChangeBefore:0.##} of their spread; those of the adapted model change by {report.ChangeAfter:0.#e+0}. {identity}");
    }

    private static object Json(string name, string output, CanonicalizedOptions options, AdaptationReport report) => new
    {
        model = name,
        output,
        group = options.Group.ToString().ToLowerInvariant(),
        n = report.Materials,
        held_out = report.HeldOut,
        failures = report.Failures,
        already_invariant = report.WasInvariant,
        change_before = report.ChangeBefore,
        change_after = report.ChangeAfter,
        identity_metric = report.IdentityMetric,
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Epoch(WorkCounter counter) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) =>
            counter.Set(value.Epoch, value.Epochs, Invariant($"validation loss {value.ValidationLoss:G4}"));
    }
}
