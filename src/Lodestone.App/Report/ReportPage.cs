using System.Net;
using System.Text;
using System.Text.Json;

namespace Lodestone.App.Report;

/// <summary>Makes the report page: one HTML file that carries its style, its scripts and its data, and asks no network for anything.</summary>
public static class ReportPage
{
    private static readonly string[] Styles = ["uPlot/uPlot.min.css", "report.css"];

    private static readonly string[] Scripts = ["uPlot/uPlot.iife.min.js", "table.js", "plot.js", "report.js"];

    // The default encoder writes <, > and & as \u escapes, so that no text of the data can end the script element that holds it.
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web);

    /// <summary>The page as HTML.</summary>
    public static string Render(ReportData data) => new StringBuilder(Asset("report.html"))
        .Replace("{{title}}", WebUtility.HtmlEncode(data.Title))
        .Replace("{{style}}", string.Concat(Styles.Select(Asset)))
        .Replace("{{script}}", string.Join(";\n", Scripts.Select(Asset)))
        .Replace("{{data}}", JsonSerializer.Serialize(data, JsonOptions))
        .ToString();

    private static string Asset(string name)
    {
        string resource = $"Report/Assets/{name}";
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program was built without {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
