using Lodestone.Data.Descriptors;
using Lodestone.Data.Tables;
using Lodestone.Matter;
using Lodestone.Models.Recipes;

namespace Lodestone.Models.Selection;

/// <summary>The folder of a selection: <c>recipe.yaml</c>, <c>importance.csv</c>, <c>steps.csv</c>, <c>error-by-size.svg</c>, <c>summary.json</c>,
/// and <c>state.json</c>, with which it can go on.</summary>
/// <param name="path">The folder.</param>
internal sealed class SelectionFolder(string path)
{
    private const string Summary = "summary.json", Recipe = "recipe.yaml", Importance = "importance.csv", Steps = "steps.csv", Plot = "error-by-size.svg";
    private static readonly TableColumn[] ImportanceColumns =
        [TableColumn.Number("rank"), TableColumn.Text("descriptor"), TableColumn.Text("unit"), TableColumn.Number("importance"), TableColumn.Text("meaning")];

    private static readonly TableColumn[] StepColumns = [TableColumn.Number("step"), TableColumn.Number("size"), TableColumn.Number("error"), TableColumn.Number("accepted")];

    /// <summary>The state of the search.</summary>
    public string State => Path.Combine(path, "state.json");

    /// <summary>Deletes what an earlier selection left.</summary>
    public void Clear()
    {
        foreach (string name in new[] { State, In(Summary), In(Recipe), In(Importance), In(Steps), In(Plot) }) File.Delete(name);
    }

    /// <summary>Writes the results.</summary>
    /// <param name="recipe">The recipe for which was selected.</param>
    /// <param name="summary">The summary.</param>
    /// <param name="state">The finished search.</param>
    /// <param name="descriptors">All descriptors of the set, in its order.</param>
    public void Write(Recipe recipe, SelectionSummary summary, SelectionState state, IReadOnlyList<Descriptor> descriptors)
    {
        Dictionary<string, Descriptor> selected = descriptors.Where(descriptor => summary.Selected.Any(one => one.Descriptor == descriptor.Name)).ToDictionary(descriptor => descriptor.Name);
        var options = new Dictionary<string, object?>(recipe.Options) { ["descriptors"] = summary.Descriptors, ["selected_descriptors"] = selected.Keys.ToList() };
        AtomicFile.WriteText(In(Recipe), writer => writer.Write(RecipeFile.Write(recipe with { Options = options })));
        WriteImportance(summary, selected);
        WriteSteps(state);
        string error = summary.Measure == "mae" ? $"mean absolute error of {summary.Target}" : $"mean of (probability − truth)² of {summary.Target}";
        SelectionPlot.WriteSvg(In(Plot), state, summary.BySize, new SizedError(summary.Candidates, summary.ErrorOfAll), error);
        AtomicFile.WriteText(In(Summary), writer => writer.Write(summary.ToJson()));
    }

    private void WriteImportance(SelectionSummary summary, Dictionary<string, Descriptor> descriptors)
    {
        using TableWriter table = TableWriter.Create(In(Importance), ImportanceColumns);
        foreach (SelectedDescriptor one in summary.Selected)
            table.Write(table.Rows + 1, one.Descriptor, descriptors[one.Descriptor].Unit, one.Importance, descriptors[one.Descriptor].Meaning);
        table.Commit();
    }

    private void WriteSteps(SelectionState state)
    {
        using TableWriter table = TableWriter.Create(In(Steps), StepColumns);
        foreach (SelectionStep step in state.Steps) table.Write(table.Rows, step.Size, step.Error, step.Accepted ? 1 : 0);
        table.Commit();
    }

    private string In(string name) => Path.Combine(path, name);
}
