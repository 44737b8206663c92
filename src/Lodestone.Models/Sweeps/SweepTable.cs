using System.Text.Json;
using System.Text.Json.Serialization;
using Lodestone.Data.Tables;
using Lodestone.Learning.Files;
using Lodestone.Matter;

namespace Lodestone.Models.Sweeps;

/// <summary>The files of a sweep: one JSON a finished run, and <c>runs.csv</c>, one row a run and measured target.</summary>
internal static class SweepTable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly TableColumn[] Columns =
    [
        TableColumn.Text("variant"), TableColumn.Number("seed"), TableColumn.Number("parameters"), TableColumn.Number("training_rows"),
        TableColumn.Number("epochs"), TableColumn.Number("best_epoch"), TableColumn.Number("seconds"), TableColumn.Text("rows"),
        TableColumn.Text("property"), TableColumn.Number("n"), TableColumn.Number("mae"), TableColumn.Number("median_predictor_mae"), TableColumn.Number("auc"),
    ];

    /// <summary>Writes all runs as a table.</summary>
    public static void Write(string path, IEnumerable<SweepRun> runs)
    {
        using TableWriter table = TableWriter.Create(path, Columns);
        foreach (SweepRun run in runs)
            foreach (Measurement on in run.Measurements)
                table.Write(run.Variant, run.Seed, run.Parameters, run.TrainingRows, run.Epochs, run.BestEpoch, Math.Round(run.Seconds, 1), on.Data, on.Target,
                    on.Regression?.Count ?? on.Classification?.Count, on.Regression?.MeanAbsoluteError, on.Regression?.MedianPredictorError, on.Classification?.Auc);
        table.Commit();
    }

    /// <summary>Keeps a finished run.</summary>
    public static void WriteRun(string path, SweepRun run) => AtomicFile.WriteText(path, writer => writer.Write(JsonSerializer.Serialize(run, Json) + "\n"));

    /// <summary>Reads a finished run; null where there is none.</summary>
    /// <exception cref="InputException">The file is no run.</exception>
    public static SweepRun? ReadRun(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            return JsonSerializer.Deserialize<SweepRun>(File.ReadAllText(path), Json);
        }
        catch (JsonException e)
        {
            throw new InputException($"{path} is no run of a sweep; delete it to train it again: {e.Message}", e);
        }
    }
}
