using System.Globalization;
using Lodestone.Data;
using Lodestone.Data.Splits;
using Lodestone.Learning;
using Lodestone.Matter;

namespace Lodestone.Models.Recipes;

/// <summary>The rows of a recipe, read and split. Rows without a value of any target are left out.</summary>
/// <param name="Train">Rows to learn from.</param>
/// <param name="Validation">Rows to judge epochs by and to calibrate intervals on.</param>
/// <param name="Test">Rows to measure the finished model on.</param>
/// <param name="Failures">Number of rows that could not be read.</param>
/// <param name="Sha256">Digest of the data (<see cref="DataDigest"/>); empty where the source is neither file nor folder.</param>
internal sealed record RecipeData(
    IReadOnlyList<Material> Train, IReadOnlyList<Material> Validation, IReadOnlyList<Material> Test, int Failures, string Sha256)
{
    /// <summary>Squares of values up to this are within single precision.</summary>
    private const double LargestValue = 1e18;

    /// <summary>Reads and splits the data of a recipe.</summary>
    /// <exception cref="InputException">The source cannot be opened, or has no row to learn from.</exception>
    public static RecipeData Read(Recipe recipe, CancellationToken cancellation)
    {
        var (labelled, failures) = ReadLabelled(recipe, cancellation);
        Split split = SplitRows(recipe, labelled);
        return new RecipeData(
            [.. split.Train.Select(row => labelled[row])],
            [.. split.Validation.Select(row => labelled[row])],
            [.. split.Test.Select(row => labelled[row])],
            failures,
            Digest(recipe));
    }

    /// <summary>Reads the data of a recipe and leaves out the rows without a value of any target, auxiliary ones included.</summary>
    /// <exception cref="InputException">The source cannot be opened, or has no row to learn from.</exception>
    public static (IReadOnlyList<Material> Materials, int Failures) ReadLabelled(Recipe recipe, CancellationToken cancellation)
    {
        var (all, failures) = ReadAll(recipe, recipe.Data, cancellation);
        foreach (Material material in all)
            foreach (Target target in recipe.Targets.Concat(recipe.Auxiliary)) RequireUsable(material, target.Name);
        Material[] labelled = [.. all.Where(material => recipe.Targets.Concat(recipe.Auxiliary).Any(target => TargetValues.Of(material, target).Any(value => value is not null)))];
        if (labelled.Length == 0)
            throw new InputException($"No row of {recipe.Data} has a value of {string.Join(" or ", recipe.Targets.Select(target => target.Name))}; check the names of the columns.");
        return (labelled, failures);
    }

    /// <summary>Digest of the data of a recipe.</summary>
    public static string Digest(Recipe recipe) => DataDigest.Of(Path.Combine(recipe.Folder, recipe.Data));

    /// <summary>Reads every material of a source.</summary>
    public static (IReadOnlyList<Material> Materials, int Failures) ReadAll(Recipe recipe, string source, CancellationToken cancellation)
    {
        var materials = new List<Material>();
        int failures = 0;
        foreach (MaterialReading reading in MaterialSource.Open([Path.Combine(recipe.Folder, source)]).Read(cancellation))
        {
            if (reading.Material is { } material) materials.Add(material);
            else failures++;
        }

        return (materials, failures);
    }

    /// <summary>Models are single precision: a number that is too large for them, or infinite, would be learned as nothing at all.</summary>
    private static void RequireUsable(Material material, string target)
    {
        if (!material.Properties.TryGetValue(target, out string? text)) return;
        bool tooLarge = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? Math.Abs(value) > LargestValue
            : text.Trim().TrimStart('+', '-').Equals("inf", StringComparison.OrdinalIgnoreCase);
        if (tooLarge)
            throw new InputException($"'{material.Id}' has the value {text.Trim()} of {target}, which no model can learn; leave the cell empty where the value is not known.");
    }

    private static Split SplitRows(Recipe recipe, IReadOnlyList<Material> rows)
    {
        var fractions = new SplitFractions(recipe.Split.Validation, recipe.Split.Test);
        var seeds = new Seeds(recipe.Seed);
        return recipe.Split.By switch
        {
            "formula" => Split.ByFormula(rows, fractions, seeds),
            "chemsys" => Split.ByChemicalSystem(rows, fractions, seeds),
            "random" => Split.Random(rows.Count, fractions, seeds),
            "column" => Split.ByColumn(rows, recipe.Split.Column),
            _ => throw new InputException($"The recipe splits by '{recipe.Split.By}'; use formula, chemsys, random or column."),
        };
    }
}
