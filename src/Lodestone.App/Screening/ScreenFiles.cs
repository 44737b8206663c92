using System.Text;
using Lodestone.App.Output;
using Lodestone.App.Report;
using Lodestone.Data.Tables;
using Lodestone.Matter;

namespace Lodestone.App.Screening;

/// <summary>The files of a screen: ranking.csv, failures.csv and report.html in one folder. They appear when all are complete.</summary>
public sealed class ScreenFiles : IDisposable
{
    private static readonly TableColumn[] FailureColumns = [.. new[] { "id", "formula", "source", "message" }.Select(TableColumn.Text)];

    private readonly string _folder;
    private readonly bool _isNew;
    private readonly PredictionColumns _columns;
    private readonly bool _marks;
    private readonly TableWriter _ranking;
    private readonly TableWriter _failures;
    private readonly AtomicFile _report;

    /// <summary>Makes sure that the files can be written, before any work is done.</summary>
    /// <param name="folder">The folder; it is made where it is missing.</param>
    /// <param name="screen">What will be written.</param>
    /// <exception cref="InputException">The folder cannot be made or written to.</exception>
    public ScreenFiles(string folder, Screen screen)
    {
        _folder = folder;
        _isNew = !Directory.Exists(folder);
        _columns = new PredictionColumns(screen.Quantities);
        _marks = screen.Marks;
        TableColumn[] flag = _marks ? [TableColumn.Text("flag"), TableColumn.Number("flag_probability")] : [];
        OutputFolder.Make(folder);
        _ranking = TableWriter.Create(Path.Combine(folder, "ranking.csv"), [TableColumn.Number("rank"), .. _columns.Columns, .. flag]);
        _failures = TableWriter.Create(Path.Combine(folder, "failures.csv"), FailureColumns);
        _report = AtomicFile.Create(ReportPath);
    }

    /// <summary>Path of the report page.</summary>
    public string ReportPath => Path.Combine(_folder, "report.html");

    /// <summary>Writes the files.</summary>
    /// <exception cref="InputException">The disk is full.</exception>
    public void Write(ScreenResult result, ReportData report)
    {
        foreach (var (row, i) in result.Ranking.Select((row, i) => (row, i)))
            _ranking.Write([i + 1, .. _columns.Cells(row), .. Flag(row, result.Advice)]);
        foreach (PredictedRow row in result.Failures)
            _failures.Write(row.Id, row.Formula, row.Source, row.Failure);
        _report.Stream.Write(Encoding.UTF8.GetBytes(ReportPage.Render(report)));
        _ranking.Commit();
        _failures.Commit();
        _report.Commit();
    }

    private IEnumerable<Cell> Flag(PredictedRow row, MagneticOrderAdvice? advice)
    {
        if (!_marks) return [];
        return advice?.ProbablyAntiferromagnetic(row) is { } probability ? [MagneticOrderAdvice.Flag, probability] : [Cell.Missing, Cell.Missing];
    }

    /// <summary>Takes back what was not completed, the folder included if it was made for nothing.</summary>
    public void Dispose()
    {
        _ranking.Dispose();
        _failures.Dispose();
        _report.Dispose();
        if (_isNew && !Directory.EnumerateFileSystemEntries(_folder).Any()) Directory.Delete(_folder);
    }
}
