using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lodestone.App.Output;

/// <summary>A column of a progress display that is there only where it is known how much there is to do.</summary>
/// <param name="known">What it shows where that is known.</param>
/// <param name="width">How wide it is there.</param>
/// <param name="counter">What knows it.</param>
internal sealed class KnownTotalColumn(ProgressColumn known, int width, WorkCounter counter) : ProgressColumn
{
    /// <inheritdoc/>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        task.IsIndeterminate ? Text.Empty : known.Render(options, task, deltaTime);

    /// <inheritdoc/>
    public override int? GetColumnWidth(RenderOptions options) => counter.Total is null ? 0 : width;
}
