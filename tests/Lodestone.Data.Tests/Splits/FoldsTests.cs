using System.Collections.Immutable;
using System.Security.Cryptography;
using CsCheck;
using Lodestone.Data.Splits;
using Lodestone.Matter;
using Lodestone.Testing;

namespace Lodestone.Data.Tests.Splits;

public sealed class FoldsTests
{
    private const uint MatbenchSeed = 18012019;

    private static readonly Gen<Material[]> SomeMaterials =
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 6], Gen.Int[1, 3])
            .Select((element, a, b) => new Material("x", Composition.Parse($"{new Element(element)}{a}O{b}"), null))
            .Array[1, 200];

    /// <summary>Oracle: scikit-learn 1.2.1, <c>KFold(5, shuffle=True, random_state=18012019)</c>.</summary>
    [Fact]
    public void Random_folds_are_those_of_scikit_learn() =>
        AssertTest([[1, 7, 8], [2, 3, 10], [4, 11], [0, 5], [6, 9]], Folds.Random(12, 5, MatbenchSeed));

    /// <summary>Oracle: scikit-learn 1.2.1, <c>StratifiedKFold(5, shuffle=True, random_state=18012019)</c> and <c>(3, …, 7)</c>.</summary>
    [Fact]
    public void Stratified_folds_are_those_of_scikit_learn()
    {
        AssertTest([[2, 3, 8], [5, 6, 7], [10, 11, 12], [0, 9], [1, 4]], Folds.Stratified([.. "0110111011011".Select(c => c.ToString())], 5, MatbenchSeed));
        AssertTest([[0, 6, 7, 9, 10], [2, 4, 5, 8, 14], [1, 3, 11, 12, 13]], Folds.Stratified([.. "bacabbacaabcaba".Select(c => c.ToString())], 3, 7));
    }

    /// <summary>Published: what a constant predictor gets on the recorded folds of Matbench (mean and deviation over the folds of the error of the
    /// training mean).</summary>
    [Theory]
    [InlineData("expt_gap", 1.1435, 0.0310)]
    [InlineData("steels_yield", 229.7445, 9.6958)]
    [InlineData("mp_gap", 1.3272, 0.0060)]
    public void A_constant_predictor_has_the_error_that_Matbench_publishes(string task, double mean, double deviation)
    {
        double[] values = Values(task);
        double[] errors = [.. Folds.Random(values.Length, 5, MatbenchSeed).Select(fold =>
        {
            double center = fold.Train.Average(row => values[row]);
            return fold.Test.Average(row => Math.Abs(values[row] - center));
        })];
        Assert.Equal(mean, errors.Average(), 1e-4);
        Assert.Equal(deviation, Math.Sqrt(errors.Average(error => (error - errors.Average()) * (error - errors.Average()))), 1e-4);
    }

    /// <summary>Oracle: scikit-learn 1.2.1; SHA-256 of one byte a row, the number of its fold.</summary>
    [Theory]
    [InlineData("expt_is_metal", "31c1ed1c652607e3c441dab05aa152d4e45bea75666e7b8a016b94aeda9767dc")]
    [InlineData("glass", "73ff7620bfcb1a5de0df568c0ff6daf1d5abb97292186347b3193f84efc93770")]
    public void Folds_of_Matbench_classes_are_those_of_scikit_learn(string task, string digest)
    {
        string[] classes = [.. Values(task).Select(value => value.ToString())];
        var folds = new byte[classes.Length];
        foreach (var (fold, index) in Folds.Stratified(classes, 5, MatbenchSeed).Select((fold, index) => (fold, index)))
            foreach (int row in fold.Test) folds[row] = (byte)index;
        Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(folds)));
    }

    [Fact]
    public void Folds_are_a_partition_and_the_same_seed_gives_the_same() => Gen.Select(Gen.Int[2, 300], Gen.Int[2, 12], Gen.UInt).Sample((count, folds, seed) =>
    {
        folds = Math.Min(count, folds);
        string[] classes = [.. Enumerable.Range(0, count).Select(row => (row * row % 3).ToString())];
        AssertPartition(Folds.Random(count, folds, seed), count, folds);
        AssertPartition(Folds.Stratified(classes, folds, seed), count, folds);
        Assert.All(Folds.Random(count, folds, seed), fold => Assert.InRange(fold.Test.Length, count / folds, count / folds + 1));
        AssertTest([.. Folds.Random(count, folds, seed).Select(fold => fold.Test.ToArray())], Folds.Random(count, folds, seed));
    });

    [Fact]
    public void Every_class_is_spread_evenly() => Gen.Select(Gen.Int[0, 3].Array[5, 200], Gen.UInt).Sample((classes, seed) =>
    {
        ImmutableArray<Fold> folds = Folds.Stratified([.. classes.Select(c => c.ToString())], 5, seed);
        foreach (int known in classes.Distinct())
        {
            int[] counts = [.. folds.Select(fold => fold.Test.Count(row => classes[row] == known))];
            Assert.InRange(counts.Max() - counts.Min(), 0, 1);
        }
    });

    [Fact]
    public void No_group_is_in_two_folds() => Gen.Select(SomeMaterials, Gen.Int[2, 5], Gen.UInt).Sample((materials, count, seed) =>
    {
        AssertGroups(materials, material => material.Composition.ReducedFormula, count, folds => Folds.ByFormula(materials, folds, seed));
        AssertGroups(materials, material => material.Composition.ChemicalSystem, count, folds => Folds.ByChemicalSystem(materials, folds, seed));
    });

    [Fact]
    public void Folds_of_groups_are_of_similar_size()
    {
        string[] groups = [.. Enumerable.Range(0, 500).Select(row => (row % 100).ToString())];
        Assert.All(Folds.ByGroup(groups, 5, 3), fold => Assert.Equal(100, fold.Test.Length));
    }

    [Fact]
    public void A_column_names_the_folds_in_increasing_order()
    {
        Material[] materials = [With("10"), With("2"), With("10"), With("last")];
        AssertTest([[1], [0, 2], [3]], Folds.ByColumn(materials, "fold"));
        Assert.Contains("'fold'", Assert.Throws<InputException>(() => Folds.ByColumn([With("1"), With("1")], "fold")).Message);
        Assert.Contains("'other'", Assert.Throws<InputException>(() => Folds.ByColumn(materials, "other")).Message);
    }

    [Theory]
    [InlineData(1, "at least 2")]
    [InlineData(4, "at most 3")]
    public void Too_few_or_too_many_folds_are_refused(int folds, string message)
    {
        Assert.Contains(message, Assert.Throws<InputException>(() => Folds.Random(3, folds, 0)).Message);
        Assert.Contains(message, Assert.Throws<InputException>(() => Folds.Stratified(["a", "b", "a"], folds, 0)).Message);
        Assert.Contains(message, Assert.Throws<InputException>(() => Folds.ByGroup(["a", "b", "c", "c", "c"], folds, 0)).Message);
    }

    private static void AssertGroups(Material[] materials, Func<Material, string> group, int count, Func<int, ImmutableArray<Fold>> deal)
    {
        int groups = materials.Select(group).Distinct().Count();
        if (groups < count)
        {
            Assert.Throws<InputException>(() => deal(count));
            return;
        }
        ImmutableArray<Fold> folds = deal(count);
        AssertPartition(folds, materials.Length, count);
        Assert.All(folds, fold => Assert.Empty(fold.Test.Select(row => group(materials[row])).Intersect(fold.Train.Select(row => group(materials[row])))));
    }

    private static void AssertPartition(ImmutableArray<Fold> folds, int rows, int count)
    {
        Assert.Equal(count, folds.Length);
        Assert.Equal(Enumerable.Range(0, rows), folds.SelectMany(fold => fold.Test).Order());
        Assert.All(folds, fold => Assert.NotEmpty(fold.Test));
        Assert.All(folds, fold => Assert.Equal(Enumerable.Range(0, rows), fold.Test.Concat(fold.Train).Order()));
    }

    private static void AssertTest(int[][] expected, ImmutableArray<Fold> folds) => Assert.Equal(expected, folds.Select(fold => fold.Test.ToArray()));

    private static Material With(string fold) =>
        new("x", Composition.Parse("Fe"), null) { Properties = ImmutableDictionary<string, string>.Empty.Add("fold", fold) };

    private static double[] Values(string task) =>
        [.. MaterialSource.Open(SharedData.Require("compositions", "matbench", task + ".csv.gz")).Read(TestContext.Current.CancellationToken)
            .Select(reading => reading.Material!.Number("target")!.Value)];
}
