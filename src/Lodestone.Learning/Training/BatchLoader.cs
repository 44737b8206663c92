using Lodestone.Learning.Heads;
using Lodestone.Learning.Objectives;

namespace Lodestone.Learning.Training;

/// <summary>Deals the labelled rows of a set into batches and joins them ahead of their use.</summary>
internal sealed class BatchLoader<TBatch>(TrainingSet<TBatch> set, IEncoder<TBatch> encoder, HeadSet heads, int batchSize)
{
    private const int Ahead = 2;

    /// <summary>Number of materials an epoch.</summary>
    public int Rows => set.LabelledRows.Count;

    /// <summary>Number of batches an epoch.</summary>
    public int Batches => (Rows + batchSize - 1) / batchSize;

    /// <summary>The batches from number <paramref name="first"/> on. Joining runs ahead on another thread, which changes nothing of
    /// what comes out.</summary>
    /// <param name="order">Order of the labelled rows.</param>
    /// <param name="first">How many batches to pass over.</param>
    public IEnumerable<LabelledBatch<TBatch>> Load(int[] order, int first = 0) =>
        Prefetch.Run(Enumerable.Range(first, Batches - first).Select(batch => Join(order, batch)), Ahead);

    private LabelledBatch<TBatch> Join(int[] order, int batch)
    {
        int start = (int)((long)Rows * batch / Batches);
        int end = (int)((long)Rows * (batch + 1) / Batches);
        int[] rows = [.. order.AsSpan(start, end - start).ToArray().Select(index => set.LabelledRows[index])];
        TBatch inputs = encoder.Join([.. rows.Select(row => set.Samples[row])]);
        return new LabelledBatch<TBatch>(rows, inputs, [.. Enumerable.Range(0, heads.Count).Select(target => Labels(rows, target))]);
    }

    private TargetLabels Labels(int[] materials, int target)
    {
        var present = new List<long>();
        var scaled = new List<float>();
        var owners = new List<long>();
        int before = 0, labelled = 0;
        foreach (int material in materials)
        {
            var (first, count) = set.RowsOf(material);
            int found = present.Count;
            for (int row = 0; row < count; row++)
            {
                if (set[first + row, target] is not { } value) continue;
                present.Add(before + row);
                scaled.Add((float)heads[target].Scaler.Apply(value));
                owners.Add(labelled);
            }

            if (present.Count > found) labelled++;
            before += count;
        }

        return new TargetLabels([.. present], [.. scaled]) { Materials = set.OfSites ? [.. owners] : null };
    }
}
