using System.Net;
using System.Text;
using System.Text.Json;

namespace Lodestone.App.Report;

/// <summary>Makes a page: one HTML file that carries its style, its scripts and its data, and asks no network for anything.</summary>
internal static class PageTemplate
{
    private static readonly string[] Styles = ["uPlot/uPlot.min.css", "report.css"];

    private static readonly string[] SharedScripts = ["uPlot/uPlot.iife.min.js", "page.js"];

    // The default encoder writes <, > and & as \u escapes, so that no text of the data can end the script element that holds it.
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web);

    /// <summary>The page as HTML.</summary>
    /// <param name="template">The template among the assets.</param>
    /// <param name="scripts">The scripts of the page, after those that all share.</param>
    /// <param name="title">Heading of the page.</param>
    /// <param name="data">What the scripts show.</param>
    public static string Render<T>(string template, IReadOnlyList<string> scripts, string title, T data) => new StringBuilder(Asset(template))
        .Replace("{{head}}", Asset("head.html"))
        .Replace("{{title}}", WebUtility.HtmlEncode(title))
        .Replace("{{style}}", string.Concat(Styles.Select(Asset)))
        .Replace("{{script}}", string.Join(";\n", SharedScripts.Concat(scripts).Select(Asset)))
        .Replace("{{data}}", JsonSerializer.Serialize(data, JsonOptions))
        .ToString();

    private static string Asset(string name)
    {
        string resource = $"Report/Assets/{name}";
        using Stream stream = typeof(PageTemplate).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program was built without {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
