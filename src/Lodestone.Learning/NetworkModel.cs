using System.Collections.Immutable;
using Lodestone.Data;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Training;
using Lodestone.Learning.Uncertainty;
using Lodestone.Matter;
using TorchSharp;

namespace Lodestone.Learning;

/// <summary>
/// Trained networks as a model: one, or the members of an ensemble. Materials are encoded in parallel, joined into batches and read by every
/// member in evaluation mode, so a prediction does not depend on what else is in its batch. Memory is bounded, however many materials there are.
/// </summary>
/// <typeparam name="TBatch">What the networks read.</typeparam>
public sealed class NetworkModel<TBatch> : IPropertyModel
{
    private const int ChunkMaterials = 1024;

    // Larger batches are no faster with small networks, and slower with large ones (docs/performance.md).
    private const int BatchMaterials = 64;
    private const int BatchSites = 1024;

    private readonly IReadOnlyList<Network<TBatch>> _members;
    private readonly HeadSet _heads;

    /// <summary>Takes over trained networks and puts them into evaluation mode.</summary>
    /// <param name="members">Networks of one architecture; the encoder of the first serves all. Disposed with the model.</param>
    /// <param name="heads">What their outputs mean.</param>
    /// <param name="auxiliary">So many heads, the last ones, served the training only and predict nothing.</param>
    /// <exception cref="ArgumentException">There is no member, or one has another number of outputs than the heads.</exception>
    public NetworkModel(IReadOnlyList<Network<TBatch>> members, HeadSet heads, int auxiliary = 0)
    {
        if (members.Count == 0) throw new ArgumentException("A model needs at least one network.", nameof(members));
        foreach (Network<TBatch> member in members)
        {
            if (member.Outputs != heads.Outputs)
                throw new ArgumentException($"A network has {member.Outputs} outputs, the heads need {heads.Outputs}.", nameof(members));
            member.eval();
        }
        _members = members;
        _heads = heads;
        Targets = [.. heads.Targets.SkipLast(auxiliary)];
        Calibrations = [.. Targets.Select(ConformalCalibration? (_) => null)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Target> Targets { get; }

    /// <summary>The calibration of each target's intervals; null entries where there is none.</summary>
    public ImmutableArray<ConformalCalibration?> Calibrations { get; init; }

    /// <summary>What the model was trained on; a material out of it fails.</summary>
    public TrainedScope Scope { get; init; } = TrainedScope.Everything;

    /// <summary>Loads the members of a model file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="create">Makes a network of the file's architecture and options with so many outputs.</param>
    /// <param name="source">How messages name the file.</param>
    /// <exception cref="InputException">The weights are not those of the architecture.</exception>
    public static NetworkModel<TBatch> Load(ModelFile file, Func<int, Network<TBatch>> create, string source)
    {
        ModelDescription description = file.Description;
        var heads = new HeadSet(TargetHead.CreateAll([.. description.Targets.Concat(description.Auxiliary).Select(target => (target.Target, target.Scaler))]));
        var members = new List<Network<TBatch>>();
        for (int member = 0; member < description.Members; member++)
        {
            members.Add(create(heads.Outputs));
            ModuleTensors.Load(members[member], file.Tensors, ModelFile.MemberPrefix(member), source);
        }
        return new NetworkModel<TBatch>(members, heads, description.Auxiliary.Length)
        {
            Calibrations = [.. description.Targets.Select(target => target.Calibration)],
            Scope = TrainedScope.Of(description),
        };
    }

    /// <summary>A model file of these networks.</summary>
    /// <param name="description">What the model is; its number of members is set here.</param>
    public ModelFile ToFile(ModelDescription description) => new(
        description with { Members = _members.Count },
        _members.SelectMany((member, index) => ModuleTensors.Save(member, ModelFile.MemberPrefix(index))));

    /// <inheritdoc/>
    public IReadOnlyList<Prediction> Predict(IReadOnlyList<Material> materials, CancellationToken cancellation = default)
    {
        int threads = torch.get_num_threads();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        var predictions = new Prediction[materials.Count];
        for (int start = 0; start < materials.Count; start += ChunkMaterials)
        {
            int end = Math.Min(start + ChunkMaterials, materials.Count);
            TBatch[] samples = Encode(materials, start, end, predictions, cancellation);
            string?[] warnings = [.. samples.Select((sample, i) => predictions[start + i] is null ? _members[0].Encoder.Warning(sample) : null)];
            Parallel.ForEach(Batches(materials, start, end, predictions), parallel, batch =>
            {
                using var single = new SingleThread(threads);
                PredictBatch(batch, materials, [.. batch.Select(row => samples[row - start])], predictions);
            });
            for (int row = start; row < end; row++)
                if (warnings[row - start] is { } warning) predictions[row] = predictions[row].With(warning);
        }
        return predictions;
    }

    /// <summary>Disposes the networks.</summary>
    public void Dispose()
    {
        foreach (Network<TBatch> member in _members) member.Dispose();
    }

    private TBatch[] Encode(IReadOnlyList<Material> materials, int start, int end, Prediction[] predictions, CancellationToken cancellation)
    {
        var samples = new TBatch[end - start];
        Parallel.For(start, end, new ParallelOptions { CancellationToken = cancellation }, row =>
        {
            if (Scope.Complain(materials[row]) is { } unknown)
            {
                predictions[row] = Prediction.Failed(unknown);
                return;
            }
            try
            {
                samples[row - start] = _members[0].Encoder.Encode(materials[row]);
            }
            catch (EncodingException e)
            {
                predictions[row] = Prediction.Failed(e.Message);
            }
        });
        return samples;
    }

    private static List<List<int>> Batches(IReadOnlyList<Material> materials, int start, int end, Prediction?[] predictions)
    {
        var batches = new List<List<int>>();
        var batch = new List<int>();
        int sites = 0;
        for (int row = start; row < end; row++)
        {
            if (predictions[row] is not null) continue;
            int size = materials[row].Structure?.Sites.Length ?? 1;
            if (batch.Count > 0 && (batch.Count == BatchMaterials || sites + size > BatchSites))
            {
                batches.Add(batch);
                (batch, sites) = ([], 0);
            }
            batch.Add(row);
            sites += size;
        }
        if (batch.Count > 0) batches.Add(batch);
        return batches;
    }

    private void PredictBatch(List<int> rows, IReadOnlyList<Material> materials, TBatch[] samples, Prediction[] predictions)
    {
        using var noGrad = torch.no_grad();
        TBatch batch = _members[0].Encoder.Join(samples);
        ImmutableArray<Estimate>[][] members = [.. _members.Select(member => Interpret(member, batch))];
        if (_heads.Level == TargetLevel.Site)
        {
            CombineSites(rows, materials, members, predictions);
            return;
        }
        for (int i = 0; i < rows.Count; i++)
            predictions[rows[i]] = EnsembleEstimate.Combine(Targets, Calibrations, [.. members.Select(member => member[i][..Targets.Count])]);
    }

    private ImmutableArray<Estimate>[] Interpret(Network<TBatch> member, TBatch batch)
    {
        using var scope = torch.NewDisposeScope(); // one a member: what one has computed is let go before the next begins
        return _heads.Interpret(member.forward(batch));
    }

    private void CombineSites(List<int> rows, IReadOnlyList<Material> materials, ImmutableArray<Estimate>[][] members, Prediction[] predictions)
    {
        int start = 0;
        foreach (int row in rows)
        {
            int end = start + materials[row].Structure!.Sites.Length;
            predictions[row] = SiteEstimates.Combine(Targets, Calibrations, [.. members.Select(member => member[start..end])]);
            start = end;
        }
    }
}
