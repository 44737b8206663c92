using Lodestone.Learning.Heads;
using Lodestone.Learning.Objectives;
using Lodestone.Learning.Training;

namespace Lodestone.Learning.Tests.Training;

public sealed class SiteLabelsTests
{
    private static readonly double?[,] Values = { { 1 }, { null }, { null }, { null }, { 4 }, { 5 }, { 6 } };

    // Materials of two, two and three sites; the second has no value.
    private static readonly TrainingSet<Vectors> Set = new([.. Toy.Set(3).Samples], Values, [0, 2, 4, 7]);

    [Fact]
    public void Sites_without_a_value_are_passed_over()
    {
        var heads = new HeadSet([TargetHead.Create(new Target("m") { Level = TargetLevel.Site, Head = "moment" }, new Scaler(0, 2))]);
        TargetLabels labels = new BatchLoader<Vectors>(Set, Toy.Network(Toy.Objective(Toy.Set(3))).Encoder, heads, 8).Load([1, 0]).Single().Labels[0];

        Assert.Equal([0, 2], Set.LabelledRows);
        Assert.Equal([0L, 1, 2, 3], labels.Rows);
        Assert.Equal([2, 2.5f, 3, 0.5f], labels.Scaled);
        Assert.Equal([0L, 0, 0, 1], labels.Materials!);
    }

    [Fact]
    public void Where_the_sites_begin_is_part_of_the_fingerprint() =>
        Assert.NotEqual(Set.Fingerprint(), new TrainingSet<Vectors>(Set.Samples, Values, [0, 1, 4, 7]).Fingerprint());

    [Fact]
    public void As_many_rows_as_sites_are_demanded() =>
        Assert.Throws<ArgumentException>(() => new TrainingSet<Vectors>(Set.Samples, Values, [0, 2, 4, 6]));
}
