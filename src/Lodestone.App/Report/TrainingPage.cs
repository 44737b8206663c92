namespace Lodestone.App.Report;

/// <summary>The page of a training.</summary>
public static class TrainingPage
{
    /// <summary>The page as HTML.</summary>
    public static string Render(TrainingPageData data) => PageTemplate.Render("training.html", ["training.js"], data.Title, data);
}
