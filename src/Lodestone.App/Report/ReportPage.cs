namespace Lodestone.App.Report;

/// <summary>The page of a screen.</summary>
public static class ReportPage
{
    /// <summary>The page as HTML.</summary>
    public static string Render(ReportData data) => PageTemplate.Render("report.html", ["table.js", "plot.js", "report.js"], data.Title, data);
}
