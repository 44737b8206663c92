using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Metrics;
using Lodestone.Matter;
using Lodestone.Models.Catalog;
using Lodestone.Models.Encodings;

namespace Lodestone.Models.Recipes;

/// <summary>Makes a model of a recipe: reads the data, splits them, trains, calibrates and measures.</summary>
/// <param name="recipe">The recipe.</param>
public sealed class RecipeRunner(Recipe recipe)
{
    /// <summary>Where the state of the run is kept while it goes on; null keeps none.</summary>
    public string? RunFolder { get; init; }

    /// <summary>Go on from the state in <see cref="RunFolder"/>.</summary>
    public bool Resume { get; init; }

    /// <summary>Where encodings of materials are kept between runs; null keeps none.</summary>
    public EncodingCache? Encodings { get; init; }

    /// <summary>Told of each step of the work, in words.</summary>
    public IProgress<string>? Messages { get; init; }

    /// <summary>Told of each epoch of each member.</summary>
    public IProgress<MemberReport>? Epochs { get; init; }

    /// <summary>Runs the recipe. The test rows are not looked at before the model is finished.</summary>
    /// <exception cref="InputException">The recipe or its data cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; with a run folder it can be resumed.</exception>
    public ModelFile Run(CancellationToken cancellation = default)
    {
        if (recipe.Variants.Count > 0)
            throw new InputException("The recipe has variants: 'lodestone crossval' chooses among them, 'lodestone train sweep' compares them; remove them to train one model.");
        Architecture architecture = ModelCatalog.Architecture(recipe.Architecture);
        ModelFile? start = recipe.StartFrom is null ? null : ModelCatalog.Open(recipe.StartFrom);
        RecipeData data = RecipeData.Read(recipe, cancellation);
        Messages?.Report($"{recipe.Data}: {data.Train.Count} rows to learn from, {data.Validation.Count} to validate, {data.Test.Count} kept for testing, {data.Failures} unreadable.");

        TrainedModel trained = architecture.Train(
            new TrainingTask
            {
                Train = data.Train,
                Validation = data.Validation,
                Targets = recipe.Targets,
                Auxiliary = recipe.Auxiliary,
                Options = RecipeFile.OptionsOf(recipe),
                Training = recipe.Training,
                Members = recipe.Members,
                Seeds = new Seeds(recipe.Seed),
                StartFrom = start,
                RunFolder = RunFolder,
                Resume = Resume,
                Encodings = Encodings,
                Identity = data.Sha256 + start?.Fingerprint() + RecipeFile.Write(WhatAMemberDependsOn(recipe)),
            },
            Epochs, cancellation);

        foreach (string warning in trained.Warnings) Messages?.Report(warning);
        ModelFile model = new(Describe(trained, data), trained.Tensors);
        return recipe.Measure.Count == 0 ? model : model with { Description = Measure(model, data, cancellation) };
    }

    /// <summary>An interrupted run may be resumed with more or fewer members, and measured on other rows.</summary>
    private static Recipe WhatAMemberDependsOn(Recipe recipe) => recipe with { Members = 1, Measure = [], Notes = null, Folder = "" };

    private ModelDescription Describe(TrainedModel trained, RecipeData data) => new()
    {
        Name = recipe.Name,
        Architecture = recipe.Architecture,
        Options = trained.Options,
        Targets = [.. trained.Targets],
        Auxiliary = [.. trained.Auxiliary],
        Members = recipe.Members,
        Elements = [.. data.Train.SelectMany(material => material.Composition.Elements).Distinct().OrderBy(element => element.AtomicNumber).Select(element => element.Symbol)],
        Notes = recipe.Notes,
        Training = new TrainingProvenance
        {
            Data = recipe.Data,
            DataSha256 = data.Sha256,
            TrainingRows = data.Train.Count,
            ValidationRows = data.Validation.Count,
            FailedRows = data.Failures + trained.FailedRows,
            Split = recipe.Split.By == "column" ? $"column {recipe.Split.Column}" : $"{recipe.Split.By}, seed {recipe.Seed}",
            Seeds = [(long)recipe.Seed],
            Recipe = RecipeFile.Write(recipe with { Folder = "" }),
            Epochs = trained.Epochs,
            LodestoneVersion = typeof(RecipeRunner).Assembly.GetName().Version?.ToString(3),
        },
    };

    private ModelDescription Measure(ModelFile file, RecipeData data, CancellationToken cancellation)
    {
        using IPropertyModel model = ModelCatalog.Load(file, recipe.Name);
        var measurements = new List<Measurement>();
        foreach (MeasureRecipe rows in recipe.Measure)
        {
            Messages?.Report($"Measuring on {rows.Name}.");
            IReadOnlyList<Material> materials = rows.Data == "" ? data.Test : RecipeData.ReadAll(recipe, rows.Data, cancellation).Materials;
            IReadOnlyList<Prediction> predictions = model.PredictEach(materials, cancellation);
            for (int i = 0; i < model.Targets.Count; i++)
            {
                string? column = rows.Columns.GetValueOrDefault(model.Targets[i].Name);
                LabelledEstimates labelled = LabelledEstimates.Of(predictions, i, model.Targets[i], materials, column);
                if (labelled.Truths.Count > 0)
                    measurements.Add(file.Description.Targets[i].Measure(rows.Name, labelled));
            }
        }

        return file.Description with { Measurements = [.. measurements] };
    }
}
