using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lodestone.App.Output;

/// <summary>A column of a progress display that says nothing where nobody knows how much there is to do.</summary>
/// <param name="known">What it shows where that is known.</param>
internal sealed class KnownTotalColumn(ProgressColumn known) : ProgressColumn
{
    /// <inheritdoc/>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        task.IsIndeterminate ? Text.Empty : known.Render(options, task, deltaTime);
}
