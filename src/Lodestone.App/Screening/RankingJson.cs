using System.Text.Encodings.Web;
using System.Text.Json;
using Lodestone.Learning;

namespace Lodestone.App.Screening;

/// <summary>The first rows of a ranking as JSON.</summary>
public static class RankingJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes <c>{"read", "ranked", "left_out", "failed", "ranking": [{"rank", "id", "formula", "source", T: {"mean", "std", "lo", "hi"}, "flag",
    /// "flag_probability"}]}</c>; what a row does not have is left out.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="result">The ranking.</param>
    /// <param name="rows">How many rows.</param>
    public static void Write(TextWriter writer, ScreenResult result, int rows)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("read", result.Read);
            json.WriteNumber("ranked", result.Ranking.Length);
            json.WriteNumber("left_out", result.LeftOut);
            json.WriteNumber("failed", result.Failures.Length);
            json.WriteStartArray("ranking");
            for (int i = 0; i < Math.Min(rows, result.Ranking.Length); i++)
                WriteRow(json, result, i);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        writer.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteRow(Utf8JsonWriter json, ScreenResult result, int i)
    {
        PredictedRow row = result.Ranking[i];
        json.WriteStartObject();
        json.WriteNumber("rank", i + 1);
        json.WriteString("id", row.Id);
        json.WriteString("formula", row.Formula);
        json.WriteString("source", row.Source);
        for (int q = 0; q < result.Quantities.Length; q++)
            if (row.Estimates[q] is { } estimate) WriteEstimate(json, result.Quantities[q].Name, estimate);
        if (result.Advice?.ProbablyAntiferromagnetic(row) is { } probability)
        {
            json.WriteString("flag", MagneticOrderAdvice.Flag);
            json.WriteNumber("flag_probability", probability);
        }
        json.WriteEndObject();
    }

    private static void WriteEstimate(Utf8JsonWriter json, string name, Estimate estimate)
    {
        json.WriteStartObject(name);
        json.WriteNumber("mean", estimate.Mean);
        if (estimate.Deviation > 0) json.WriteNumber("std", estimate.Deviation);
        if (estimate.Interval is { } interval)
        {
            json.WriteNumber("lo", interval.Low);
            json.WriteNumber("hi", interval.High);
        }
        json.WriteEndObject();
    }
}
