using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
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
    public TrainingOutcome Run(CancellationToken cancellation = default)
    {
        Architecture architecture = Check();
        ModelFile? start = recipe.StartFrom is null ? null : ModelCatalog.Open(recipe.StartFrom);
        RecipeData data = RecipeData.Read(recipe, cancellation);
        Say(data.Labelled.Account.Lines());
        TakenRows taken = new(0, 0, new ReasonTally());
        TrainedModel trained = architecture.Train(
            new TrainingTask
            {
                Train = data.Train,
                Validation = data.Validation,
                Targets = data.Labelled.Targets,
                Auxiliary = data.Labelled.Auxiliary,
                Options = RecipeFile.OptionsOf(recipe),
                Training = recipe.Training,
                Members = recipe.Members,
                Seeds = new Seeds(recipe.Seed),
                StartFrom = start,
                Freeze = recipe.Freeze,
                Messages = Messages,
                RunFolder = RunFolder,
                Resume = Resume,
                Encodings = Encodings,
                Identity = data.Sha256 + start?.Fingerprint() + RecipeFile.Write(WhatAMemberDependsOn(recipe)),
                Taken = rows => Say((taken = rows).Lines(architecture.Name, data.Test.Count)),
            },
            Epochs, cancellation);

        Say(trained.Warnings);
        ModelFile model = new(Describe(trained, data, start), trained.Tensors);
        using IPropertyModel loaded = ModelCatalog.Load(model, recipe.Name);
        MeasuredRows[] validation = [.. Measure(model, loaded, "validation rows", data.Validation, null, cancellation)];
        MeasuredRows[] measured = [.. recipe.Measure.SelectMany(rows => Measure(model, loaded, rows, data, cancellation))];
        return new TrainingOutcome(
            model with { Description = model.Description with { Measurements = [.. MeasuredRows.Measure(measured)] } },
            data.Labelled.Account, taken, data.Test.Count, trained.Histories, [.. validation, .. measured]);
    }

    /// <summary>Finds what makes a recipe useless before its data are read.</summary>
    private Architecture Check()
    {
        if (recipe.Variants.Count > 0)
            throw new InputException("The recipe has variants: 'lodestone crossval' chooses among them, 'lodestone train sweep' compares them; remove them to train one model.");
        Architecture architecture = ModelCatalog.Architecture(recipe.Architecture);
        architecture.Describe(RecipeFile.OptionsOf(recipe));
        foreach (MeasureRecipe rows in recipe.Measure.Where(rows => rows.Data != "")) LabelledData.Source(recipe, rows.Data);
        return architecture;
    }

    private void Say(IEnumerable<string> lines)
    {
        foreach (string line in lines) Messages?.Report(line);
    }

    /// <summary>An interrupted run may be resumed with more or fewer members, and measured on other rows.</summary>
    private static Recipe WhatAMemberDependsOn(Recipe recipe) => recipe with { Members = 1, Measure = [], Notes = null, Folder = "", MaxEntry = null };

    private static IEnumerable<Element> KnownTo(ModelFile? start) => start?.Description.Elements.Select(Element.Parse) ?? [];

    private ModelDescription Describe(TrainedModel trained, RecipeData data, ModelFile? start) => new()
    {
        Name = recipe.Name,
        Architecture = recipe.Architecture,
        Options = trained.Options,
        Targets = [.. trained.Targets],
        Auxiliary = [.. trained.Auxiliary],
        Members = recipe.Members,
        Elements = [.. data.Train.SelectMany(material => material.Composition.Elements).Concat(KnownTo(start)).Distinct().OrderBy(element => element.AtomicNumber).Select(element => element.Symbol)],
        Structures = TrainedScope.KindOf(data.Train),
        Notes = recipe.Notes,
        Training = new TrainingProvenance
        {
            Data = recipe.Data,
            DataSha256 = data.Sha256,
            TrainingRows = data.Train.Count,
            ValidationRows = data.Validation.Count,
            FailedRows = data.Labelled.Account.Unreadable.Count + trained.FailedRows,
            Split = recipe.Split.By == "column" ? $"column {recipe.Split.Column}" : $"{recipe.Split.By}, seed {recipe.Seed}",
            Seeds = [(long)recipe.Seed],
            Recipe = RecipeFile.Write(recipe with { Folder = "" }),
            Epochs = trained.Epochs,
            LodestoneVersion = typeof(RecipeRunner).Assembly.GetName().Version?.ToString(3),
        },
    };

    private IEnumerable<MeasuredRows> Measure(ModelFile file, IPropertyModel model, MeasureRecipe rows, RecipeData data, CancellationToken cancellation)
    {
        Messages?.Report($"Measuring on {rows.Name}.");
        IReadOnlyList<Material> materials = rows.Data == ""
            ? data.Test
            : [.. LabelledData.Source(recipe, rows.Data).Read(cancellation).Select(reading => reading.Material).OfType<Material>()];
        return Measure(file, model, rows.Name, materials, rows.Columns, cancellation);
    }

    private IEnumerable<MeasuredRows> Measure(
        ModelFile file, IPropertyModel model, string name, IReadOnlyList<Material> materials, IReadOnlyDictionary<string, string>? columns, CancellationToken cancellation)
    {
        IReadOnlyList<Prediction> predictions = model.PredictEach(materials, cancellation);
        var failures = ReasonTally.Of(materials, predictions.Select(prediction => prediction.Failure));
        if (failures.Count > 0) Say([FormattableString.Invariant($"{failures.Count} of {materials.Count} {name} cannot be predicted:"), .. failures.Lines().Select(line => $"  {line}")]);
        return file.Description.Targets
            .Select((target, i) => MeasuredRows.Of(name, target, i, materials, predictions, columns?.GetValueOrDefault(target.Target.Column)))
            .Where(measured => measured.Rows.Count > 0);
    }
}
