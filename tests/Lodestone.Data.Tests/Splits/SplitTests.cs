using System.Collections.Immutable;
using CsCheck;
using Lodestone.Data.Splits;
using Lodestone.Matter;

namespace Lodestone.Data.Tests.Splits;

public sealed class SplitTests
{
    private static readonly SplitFractions Fractions = new(0.2, 0.1);

    private static readonly Gen<Material[]> SomeMaterials =
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 6], Gen.Int[1, 3])
            .Select((element, a, b) => new Material("x", Composition.Parse($"{new Element(element)}{a}O{b}"), null))
            .Array[0, 300];

    [Fact]
    public void A_random_split_has_the_sizes_asked_for() => Gen.Select(Gen.Int[0, 500], Gen.ULong).Sample((count, seed) =>
    {
        Split split = Split.Random(count, Fractions, new Seeds(seed));
        AssertComplete(split, count);
        Assert.Equal((int)Math.Round(0.1 * count), split.Test.Length);
        Assert.Equal((int)Math.Round(0.2 * count), split.Validation.Length);
        AssertSame(split, Split.Random(count, Fractions, new Seeds(seed)));
    });

    [Fact]
    public void No_formula_is_in_two_parts() => Gen.Select(SomeMaterials, Gen.ULong).Sample((materials, seed) =>
    {
        Split split = Split.ByFormula(materials, Fractions, new Seeds(seed));
        AssertGroups(split, materials, material => material.Composition.ReducedFormula);
        AssertSame(split, Split.ByFormula(materials, Fractions, new Seeds(seed)));
    });

    [Fact]
    public void No_chemical_system_is_in_two_parts() => Gen.Select(SomeMaterials, Gen.ULong).Sample((materials, seed) =>
        AssertGroups(
            Split.ByChemicalSystem(materials, Fractions, new Seeds(seed)), materials, material => material.Composition.ChemicalSystem));

    [Fact]
    public void Sizes_are_near_the_shares_where_groups_are_small()
    {
        string[] groups = [.. Enumerable.Range(0, 10_000).Select(row => $"g{row / 3}")];
        Split split = Split.ByGroup(groups, Fractions, new Seeds(5));
        Assert.InRange(split.Test.Length, 998, 1000);
        Assert.InRange(split.Validation.Length, 1998, 2000);
    }

    [Fact]
    public void Other_seeds_give_other_splits() =>
        Assert.NotEqual(Split.Random(100, Fractions, new Seeds(1)).Test, Split.Random(100, Fractions, new Seeds(2)).Test);

    [Fact]
    public void A_column_names_the_parts()
    {
        Split split = Split.ByColumn([.. new[] { "train", "Test", "val", "0", "2", "1" }.Select(part => With("split", part))]);
        Assert.Equal([0, 3], split.Train);
        Assert.Equal([2, 5], split.Validation);
        Assert.Equal([1, 4], split.Test);
    }

    [Fact]
    public void A_column_without_a_part_is_refused()
    {
        Assert.Throws<InputException>(() => Split.ByColumn([With("split", "train"), With("other", "train")]));
        Assert.Contains("'holdout'", Assert.Throws<InputException>(() => Split.ByColumn([With("split", "holdout")])).Message);
    }

    [Fact]
    public void The_test_rows_are_the_latest() => Gen.Int[0, 60].Array[1, 200].Sample(years =>
    {
        Material[] materials = [.. years.Select(year => With("year", (1960 + year).ToString()))];
        Split split = Split.ByTime(materials, "year", Fractions);
        AssertComplete(split, years.Length);
        AssertBefore(split.Train, split.Validation, years);
        AssertBefore(split.Train, split.Test, years);
        AssertBefore(split.Validation, split.Test, years);
    });

    private static void AssertBefore(ImmutableArray<int> early, ImmutableArray<int> late, int[] years)
    {
        if (early.Length > 0 && late.Length > 0) Assert.True(early.Max(row => years[row]) < late.Min(row => years[row]));
    }

    private static void AssertGroups(Split split, Material[] materials, Func<Material, string> group)
    {
        AssertComplete(split, materials.Length);
        HashSet<string>[] parts = [.. new[] { split.Train, split.Validation, split.Test }.Select(part => part.Select(row => group(materials[row])).ToHashSet())];
        Assert.Equal(parts.Sum(part => part.Count), parts.SelectMany(part => part).Distinct().Count());
        Assert.True(split.Test.Length <= Math.Round(0.1 * materials.Length));
        Assert.True(split.Validation.Length <= Math.Round(0.2 * materials.Length));
    }

    private static void AssertComplete(Split split, int count) =>
        Assert.Equal(Enumerable.Range(0, count), split.Train.Concat(split.Validation).Concat(split.Test).Order());

    private static void AssertSame(Split a, Split b)
    {
        Assert.Equal(a.Train, b.Train);
        Assert.Equal(a.Validation, b.Validation);
        Assert.Equal(a.Test, b.Test);
    }

    private static Material With(string property, string value) =>
        new(value, Composition.Parse("Fe"), null) { Properties = ImmutableDictionary<string, string>.Empty.Add(property, value) };
}
