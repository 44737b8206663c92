using System.Collections.Concurrent;
using System.Collections.Immutable;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.App.Screening;

/// <summary>Predicts a stream of materials in chunks. One row comes out for every entry that goes in, in the same order.</summary>
public sealed class PredictionStream
{
    private const int ChunkSize = 128;

    private const int ChunksAhead = 3;

    private readonly IReadOnlyList<NamedModel> _models;
    private readonly Func<NamedModel, bool> _advises;

    /// <summary>Makes a stream.</summary>
    /// <param name="models">The models; every one predicts every material.</param>
    /// <param name="advises">
    /// Whether a model only advises: where it cannot take a material, the row has no numbers of it and a note says why. Where any other model
    /// cannot, the row fails. Null: none only advises.
    /// </param>
    /// <param name="sites">Whether a model that predicts values of sites may stand alone.</param>
    /// <exception cref="InputException">Two models have the same name, or one predicts values of sites where that has no meaning.</exception>
    public PredictionStream(IReadOnlyList<NamedModel> models, Func<NamedModel, bool>? advises = null, bool sites = false)
    {
        if (models.FirstOrDefault(OfSites) is { } ofSites && !(sites && models.Count == 1))
            throw new InputException($"{ofSites.Name} predicts {ofSites.Model.Targets[0].Name} of each site of a structure; use it with 'lodestone predict' or 'lodestone evaluate', alone.");
        _models = models;
        _advises = advises ?? (_ => false);
        var names = new HashSet<string>();
        var quantities = new List<Quantity>();
        foreach (NamedModel model in models)
        {
            string name = Path.GetFileNameWithoutExtension(model.Name);
            if (!names.Add(name)) throw new InputException($"Two models are named {name}; give each once, or rename a file.");
            foreach (Target target in model.Model.Targets)
            {
                var quantity = Quantity.Of(target);
                quantities.Add(quantities.Contains(quantity) ? quantity.By(name) : quantity);
            }
        }
        Quantities = [.. quantities];
    }

    /// <summary>
    /// What is predicted, in the order of <see cref="PredictedRow.Estimates"/>: the targets of the first model, then those of the next. A target
    /// that an earlier model predicts too has the name of its model before it.
    /// </summary>
    public ImmutableArray<Quantity> Quantities { get; }

    /// <summary>Predicts. Reading runs ahead on a thread of its own.</summary>
    /// <param name="readings">The entries.</param>
    /// <param name="cancellation">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    public IEnumerable<PredictedRow> Predict(IEnumerable<MaterialReading> readings, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var chunks = new BlockingCollection<MaterialReading[]>(ChunksAhead);
        Task reader = Task.Run(() => ReadAhead(readings, chunks, stop.Token), CancellationToken.None);
        try
        {
            foreach (MaterialReading[] chunk in chunks.GetConsumingEnumerable(cancellation))
            {
                foreach (PredictedRow row in Predict(chunk, cancellation))
                    yield return row;
            }
            reader.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            reader.ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    private static bool OfSites(NamedModel model) => model.Model.Targets.Any(target => target.Level == TargetLevel.Site);

    private static void ReadAhead(IEnumerable<MaterialReading> readings, BlockingCollection<MaterialReading[]> chunks, CancellationToken cancellation)
    {
        try
        {
            foreach (MaterialReading[] chunk in readings.Chunk(ChunkSize))
                chunks.Add(chunk, cancellation);
        }
        finally
        {
            chunks.CompleteAdding();
        }
    }

    private IEnumerable<PredictedRow> Predict(MaterialReading[] chunk, CancellationToken cancellation)
    {
        Material[] materials = [.. chunk.Select(reading => reading.Material).OfType<Material>()];
        Prediction[][] predictions = [.. _models.Select(model => model.Model.PredictEach(materials, cancellation).ToArray())];
        int next = 0;
        foreach (MaterialReading reading in chunk)
        {
            yield return reading.Material is { } material
                ? Join(reading, material, next++, predictions)
                : new PredictedRow(reading.Id, reading.Formula ?? "", reading.Source, Sentence(reading.Failure!), []) { Fault = reading.Failure!.Fault };
        }
    }

    private static string Sentence(ReadFailure failure) =>
        failure.Line is { } line ? FormattableString.Invariant($"line {line}: {failure.Reason}") : failure.Reason;

    private PredictedRow Join(MaterialReading reading, Material material, int index, Prediction[][] predictions)
    {
        string formula = reading.Formula ?? material.Composition.ToString()!;
        var estimates = ImmutableArray.CreateBuilder<Estimate?>(Quantities.Length);
        var notes = new List<string>();
        for (int m = 0; m < _models.Count; m++)
        {
            Prediction prediction = predictions[m][index];
            string? failure = prediction.Succeeded && !prediction.Estimates.Concat(prediction.Sites.SelectMany(site => site)).All(IsFinite) ? "the model gives no finite number for it." : prediction.Failure;
            string reason = _models.Count > 1 ? $"{_models[m].Name}: {failure}" : failure ?? "";
            if (failure is null)
            {
                estimates.AddRange(prediction.Estimates.Select(estimate => (Estimate?)estimate));
                notes.AddRange(prediction.Warnings.Select(warning => _models.Count > 1 ? $"{_models[m].Name}: {warning}" : warning));
            }
            else if (_advises(_models[m]))
            {
                estimates.AddRange(Enumerable.Repeat<Estimate?>(null, _models[m].Model.Targets.Count));
                notes.Add(reason);
            }
            else
            {
                return new PredictedRow(reading.Id, formula, reading.Source, reason, []) { Fault = prediction.Fault };
            }
        }
        return new PredictedRow(reading.Id, formula, reading.Source, null, estimates.ToImmutable())
        {
            Material = material,
            Sites = predictions[0][index].Sites,
            Warnings = [.. material.Structure?.Warnings ?? [], .. notes],
        };
    }

    private static bool IsFinite(Estimate estimate) =>
        double.IsFinite(estimate.Mean) && double.IsFinite(estimate.Deviation)
        && (estimate.Interval is not { } interval || (double.IsFinite(interval.Low) && double.IsFinite(interval.High)));
}
