using Lodestone.Data;
using Lodestone.Data.Splits;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Models.Catalog;
using Lodestone.Models.Encodings;
using Lodestone.Models.Recipes;

namespace Lodestone.Models.CrossValidation;

/// <summary>Trains on a part of the rows and predicts another. What was done once is not done again.</summary>
/// <param name="plan">The rows.</param>
/// <param name="folder">Where the state and the predictions of finished trainings are kept.</param>
/// <param name="identity">Everything else that decides the outcome, as text.</param>
internal sealed class FoldTraining(CrossValidationPlan plan, string folder, string identity)
{
    private bool _told;

    /// <summary>Where encodings of materials are kept between folds; null keeps none.</summary>
    public EncodingCache? Encodings { get; init; }

    /// <summary>Told, once, which rows the architecture cannot take.</summary>
    public IProgress<string>? Messages { get; init; }

    /// <summary>Trains and predicts, or reads the predictions of a training that was finished before.</summary>
    /// <param name="name">Names the training among all of the run.</param>
    /// <param name="recipe">What to train.</param>
    /// <param name="fold">The rows.</param>
    /// <param name="number">The number of the fold that the predictions state.</param>
    /// <param name="progress">Told of each round of each member.</param>
    /// <param name="cancellation">Ends the training in a state from which it can be resumed.</param>
    public IReadOnlyList<HeldOutEstimate> Run(
        string name, Recipe recipe, Fold fold, int number, IProgress<MemberReport>? progress, CancellationToken cancellation)
    {
        string finished = Path.Combine(folder, name + ".csv");
        if (File.Exists(finished)) return HeldOutTable.Read(finished);

        string state = Path.Combine(folder, name);
        Seeds seeds = plan.Seeds.For(name);
        var (train, validation) = plan.SetAside(fold, seeds);
        ModelFile? start = recipe.StartFrom is null ? null : ModelCatalog.Open(recipe.StartFrom);
        TrainedModel trained = ModelCatalog.Architecture(recipe.Architecture).Train(
            new TrainingTask
            {
                Train = train,
                Validation = validation,
                Targets = recipe.Targets,
                Auxiliary = recipe.Auxiliary,
                Options = RecipeFile.OptionsOf(recipe),
                Training = recipe.Training,
                Members = recipe.Members,
                Seeds = seeds,
                StartFrom = start,
                Freeze = recipe.Freeze,
                RunFolder = state,
                Resume = true,
                Encodings = Encodings,
                Taken = taken => TellOnce(taken, recipe.Architecture, fold.Test.Length),
                Identity = identity + name + start?.Fingerprint(),
            },
            progress, cancellation);

        HeldOutTable.Write(finished, Predict(recipe, trained, fold, number, cancellation));
        if (Directory.Exists(state)) Directory.Delete(state, recursive: true);
        return HeldOutTable.Read(finished);
    }

    private void TellOnce(TakenRows taken, string architecture, int test)
    {
        if (_told || taken.LeftOut.Count == 0) return;
        _told = true;
        Messages?.Report("In the first training:");
        foreach (string line in taken.Lines(architecture, test)) Messages?.Report(line);
    }

    /// <summary>Elements that the training rows do not have are predicted too: the error of a fold is that of all its rows.</summary>
    private IEnumerable<HeldOutEstimate> Predict(Recipe recipe, TrainedModel trained, Fold fold, int number, CancellationToken cancellation)
    {
        var description = new ModelDescription
        {
            Name = recipe.Name,
            Architecture = recipe.Architecture,
            Options = trained.Options,
            Targets = [.. trained.Targets],
            Auxiliary = [.. trained.Auxiliary],
            Members = recipe.Members,
        };
        using IPropertyModel model = ModelCatalog.Load(new ModelFile(description, trained.Tensors), recipe.Name);
        Material[] rows = [.. fold.Test.Select(row => plan.Materials[row])];
        IReadOnlyList<Prediction> predictions = model.PredictEach(rows, cancellation);
        return [.. fold.Test.SelectMany((row, i) => recipe.Targets.Select((target, t) => Held(row, number, target, rows[i], predictions[i], t)))];
    }

    private static HeldOutEstimate Held(int row, int fold, Target target, Material material, Prediction prediction, int index)
    {
        double? truth = TargetValues.OfMaterial(material, target) is { } value ? target.Truth(value) : null;
        var held = new HeldOutEstimate(row, material.Id, CrossValidationPlan.FormulaOf(material), fold, target.Name) { Truth = truth };
        if (!prediction.Succeeded) return held with { Message = prediction.Failure };
        Estimate estimate = prediction.Estimates[index];
        return held with { Prediction = estimate.Mean, Deviation = estimate.Deviation, Low = estimate.Interval?.Low, High = estimate.Interval?.High };
    }
}
