using System.Collections.Immutable;
using System.Globalization;
using Lodestone.Data.Random;
using Lodestone.Matter;

namespace Lodestone.Data.Splits;

/// <summary>Deals rows into the folds of a cross-validation: each row is held out in exactly one fold.</summary>
public static class Folds
{
    /// <summary>
    /// Every row by chance; the sizes differ by one at most. The folds are, to the row, those of scikit-learn's
    /// <c>KFold(folds, shuffle=True, random_state=seed)</c>, by which Matbench records its regression tasks.
    /// </summary>
    /// <param name="count">Number of rows.</param>
    /// <param name="folds">Number of folds, from 2 to <paramref name="count"/>.</param>
    /// <param name="seed">Equal seeds give equal folds.</param>
    /// <exception cref="InputException">There are fewer rows than folds, or fewer than two folds.</exception>
    public static ImmutableArray<Fold> Random(int count, int folds, uint seed)
    {
        Check(count, folds, "rows");
        int[] order = [.. Enumerable.Range(0, count)];
        new LegacyRandom(seed).Shuffle<int>(order);
        var foldOf = new int[count];
        for (int place = 0, fold = 0, end = 0; fold < folds; fold++)
        {
            end += count / folds + (fold < count % folds ? 1 : 0);
            for (; place < end; place++) foldOf[order[place]] = fold;
        }
        return Of(foldOf, folds);
    }

    /// <summary>
    /// Each class is spread evenly over the folds. The folds are, to the row, those of scikit-learn's
    /// <c>StratifiedKFold(folds, shuffle=True, random_state=seed)</c> (version 0.22 and later), by which Matbench records its classification tasks.
    /// </summary>
    /// <param name="classes">The class of each row.</param>
    /// <param name="folds">Number of folds, from 2 to the number of rows.</param>
    /// <param name="seed">Equal seeds give equal folds.</param>
    /// <exception cref="InputException">There are fewer rows than folds, or fewer than two folds.</exception>
    public static ImmutableArray<Fold> Stratified(IReadOnlyList<string> classes, int folds, uint seed)
    {
        Check(classes.Count, folds, "rows");
        int[][] members = [.. Enumerable.Range(0, classes.Count).GroupBy(row => classes[row], StringComparer.Ordinal).Select(rows => rows.ToArray())];
        var generator = new LegacyRandom(seed);
        var foldOf = new int[classes.Count];
        int dealt = 0;
        foreach (int[] rows in members)
        {
            // The rows, sorted by class, are dealt to the folds in turn; that says how many of the class each fold gets, and chance says which.
            int[] places = [.. Enumerable.Range(dealt, rows.Length).Select(place => place % folds).Order()];
            generator.Shuffle<int>(places);
            for (int i = 0; i < rows.Length; i++) foldOf[rows[i]] = places[i];
            dealt += rows.Length;
        }
        return Of(foldOf, folds);
    }

    /// <summary>Rows of the same reduced formula are never in two folds.</summary>
    /// <inheritdoc cref="ByGroup"/>
    public static ImmutableArray<Fold> ByFormula(IReadOnlyList<Material> materials, int folds, uint seed) =>
        ByGroup([.. materials.Select(material => material.Composition.ReducedFormula)], folds, seed);

    /// <summary>Rows with the same set of elements are never in two folds.</summary>
    /// <inheritdoc cref="ByGroup"/>
    public static ImmutableArray<Fold> ByChemicalSystem(IReadOnlyList<Material> materials, int folds, uint seed) =>
        ByGroup([.. materials.Select(material => material.Composition.ChemicalSystem)], folds, seed);

    /// <summary>Rows of one group are never in two folds. The groups are taken from the largest to the smallest, equal ones in random order; each
    /// goes to the fold with the fewest rows so far.</summary>
    /// <param name="groups">The group of each row.</param>
    /// <param name="folds">Number of folds, from 2 to the number of groups.</param>
    /// <param name="seed">Equal seeds give equal folds.</param>
    /// <exception cref="InputException">There are fewer groups than folds, or fewer than two folds.</exception>
    public static ImmutableArray<Fold> ByGroup(IReadOnlyList<string> groups, int folds, uint seed)
    {
        int[][] members = [.. Enumerable.Range(0, groups.Count).GroupBy(row => groups[row], StringComparer.Ordinal).Select(rows => rows.ToArray())];
        Check(members.Length, folds, "groups");
        new LegacyRandom(seed).Shuffle<int[]>(members);
        var foldOf = new int[groups.Count];
        var sizes = new int[folds];
        foreach (int[] rows in members.OrderByDescending(rows => rows.Length))
        {
            int smallest = Array.IndexOf(sizes, sizes.Min());
            foreach (int row in rows) foldOf[row] = smallest;
            sizes[smallest] += rows.Length;
        }
        return Of(foldOf, folds);
    }

    /// <summary>The folds that a column names, by any words or numbers; they are numbered in increasing order of these.</summary>
    /// <param name="materials">The rows.</param>
    /// <param name="column">The property with the name of the fold.</param>
    /// <exception cref="InputException">A row has no such name, or all have the same.</exception>
    public static ImmutableArray<Fold> ByColumn(IReadOnlyList<Material> materials, string column)
    {
        string[] names = [.. materials.Select(material => material.Properties.GetValueOrDefault(column)?.Trim()
            ?? throw new InputException($"'{material.Id}' has no '{column}', which must name the fold of every row."))];
        string[] known = [.. names.Distinct().OrderBy(Numeric).ThenBy(name => name, StringComparer.Ordinal)];
        if (known.Length < 2) throw new InputException($"The column '{column}' must name at least two folds; it names {known.Length}.");
        return Of([.. names.Select(name => Array.IndexOf(known, name))], known.Length);
    }

    private static double Numeric(string name) =>
        double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.PositiveInfinity;

    private static void Check(int count, int folds, string what)
    {
        if (folds < 2) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"A cross-validation needs at least 2 folds, not {folds}."));
        if (count < folds)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"There are {count} {what} for {folds} folds; ask for at most {count} folds."));
    }

    private static ImmutableArray<Fold> Of(int[] foldOf, int folds) =>
    [
        .. Enumerable.Range(0, folds).Select(fold => new Fold(
            [.. Enumerable.Range(0, foldOf.Length).Where(row => foldOf[row] != fold)],
            [.. Enumerable.Range(0, foldOf.Length).Where(row => foldOf[row] == fold)])),
    ];
}
