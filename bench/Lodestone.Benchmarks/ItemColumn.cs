using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Lodestone.Benchmarks;

/// <summary>
/// A column on the items (files, structures, crystals, formulas) that a benchmark works through. Benchmarks give their number as
/// operations an invocation, so BenchmarkDotNet's times are those of one item.
/// </summary>
/// <param name="name">Heading of the column.</param>
/// <param name="legend">Its meaning, below the table.</param>
/// <param name="value">What stands in it.</param>
public sealed class ItemColumn(string name, string legend, Func<Summary, BenchmarkCase, double?> value) : IColumn
{
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>How many items one call of a benchmark works through.</summary>
    public static ItemColumn Count { get; } = new(
        "Items", "Files, structures, crystals or formulas in one call; the times are those of one of them",
        (_, benchmark) => benchmark.Descriptor.OperationsPerInvoke);

    /// <summary>Items a second.</summary>
    public static ItemColumn PerSecond { get; } = new(
        "Items/s", "Items a second: 1 / Mean",
        (summary, benchmark) => NanosecondsPerSecond / summary[benchmark]?.ResultStatistics?.Mean);

    /// <inheritdoc />
    public string Id => $"{nameof(ItemColumn)}.{name}";

    /// <inheritdoc />
    public string ColumnName => name;

    /// <inheritdoc />
    public string Legend => legend;

    /// <inheritdoc />
    public bool AlwaysShow => true;

    /// <inheritdoc />
    public ColumnCategory Category => ColumnCategory.Custom;

    /// <inheritdoc />
    public int PriorityInCategory => 0;

    /// <inheritdoc />
    public bool IsNumeric => true;

    /// <inheritdoc />
    public UnitType UnitType => UnitType.Dimensionless;

    /// <inheritdoc />
    public bool IsAvailable(Summary summary) => true;

    /// <inheritdoc />
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    /// <inheritdoc />
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    /// <inheritdoc />
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        value(summary, benchmarkCase)?.ToString("N0", CultureInfo.InvariantCulture) ?? "-";
}
