using System.Globalization;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Models.Recipes;

/// <summary>The rows of a recipe that have a value of any target, auxiliary ones included.</summary>
/// <param name="Materials">The rows, in the order of the data.</param>
/// <param name="Targets">What is learned: the targets of the recipe as their columns turned out to be.</param>
/// <param name="Auxiliary">The auxiliary targets likewise.</param>
/// <param name="Account">What was left out.</param>
internal sealed record LabelledData(
    IReadOnlyList<Material> Materials, IReadOnlyList<Target> Targets, IReadOnlyList<Target> Auxiliary, DataAccount Account)
{
    /// <summary>Squares of values up to this are within single precision.</summary>
    private const double LargestValue = 1e18;

    /// <summary>Reads the data of a recipe.</summary>
    /// <exception cref="InputException">The source cannot be opened, a target is not there or cannot be learned, or there is no row to learn from.</exception>
    public static LabelledData Read(Recipe recipe, CancellationToken cancellation)
    {
        MaterialReading[] readings = [.. Source(recipe, recipe.Data).Read(cancellation)];
        var unreadable = new ReasonTally();
        foreach (MaterialReading reading in readings.Where(reading => reading.Material is null))
            unreadable.Add(reading.Failure!.Reason, TargetColumn.Where(reading), KindOf(reading));
        MaterialReading[] rows = [.. readings.Where(reading => reading.Material is not null)];
        if (rows.Length == 0)
            throw new InputException(readings.Length == 0
                ? $"{recipe.Data} holds no material."
                : $"None of the {readings.Length} entries of {recipe.Data} could be read. {string.Join(' ', unreadable.Lines())}");

        TargetColumn[] columns = [.. recipe.Targets.Concat(recipe.Auxiliary).Select(target => TargetColumn.Of(target, recipe.Data, rows))];
        Target[] all = [.. columns.SelectMany(column => column.Targets)];
        foreach (MaterialReading row in rows)
            foreach (Target target in all) RequireUsable(row.Material!, target);
        Material[] labelled = [.. rows.Select(row => row.Material!).Where(material => all.Any(target => TargetValues.Of(material, target).Any(value => value is not null)))];
        return new LabelledData(
            labelled,
            [.. columns.Take(recipe.Targets.Count).SelectMany(column => column.Targets)],
            [.. columns.Skip(recipe.Targets.Count).SelectMany(column => column.Targets)],
            new DataAccount
            {
                Data = recipe.Data,
                Entries = readings.Length,
                Unreadable = unreadable,
                Unlabelled = rows.Length - labelled.Length,
                NotNumbers = [.. columns.Where(column => column.NotNumbers.Count > 0).Select(column => (column.Targets[0].Name, column.NotNumbers))],
                Remarks = [.. readings.Select(reading => reading.Note).OfType<string>().Distinct(), .. columns.Select(column => column.Remark).OfType<string>()],
            });
    }

    /// <summary>Reasons that differ by the formula alone are of one kind.</summary>
    private static string KindOf(MaterialReading reading) => reading.Formula is { Length: > 0 } formula ? reading.Failure!.Reason.Replace($"'{formula}'", "") : reading.Failure!.Reason;

    /// <summary>Opens a source that a recipe names.</summary>
    /// <exception cref="InputException">It cannot be opened.</exception>
    public static MaterialSource Source(Recipe recipe, string source) => MaterialSource.Open(
        [Path.Combine(recipe.Folder, source)], recipe.MaxEntry is { } bytes ? new ReadLimits(bytes) : ReadLimits.Default);

    /// <summary>Models are single precision: a number that is too large for them, or infinite, would be learned as nothing at all.</summary>
    private static void RequireUsable(Material material, Target target)
    {
        if (target.Word is not null || !material.Properties.TryGetValue(target.Column, out string? text)) return;
        bool tooLarge = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? Math.Abs(value) > LargestValue
            : text.Trim().TrimStart('+', '-').Equals("inf", StringComparison.OrdinalIgnoreCase);
        if (tooLarge)
            throw new InputException($"'{material.Id}' has the value {text.Trim()} of {target.Name}, which no model can learn; leave the cell empty where the value is not known.");
    }
}
