using System.Collections.Immutable;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Tests;

public sealed class PropertyTableTests
{
    private static readonly MaterialReading[] Readings = [Row("a", "1.5"), Row("b", null), Failed("c"), Row("d", "-2"), Row("e", "4"), Row("f", "nan")];

    [Fact]
    public void Values_stand_beside_their_materials()
    {
        PropertyTable table = PropertyTable.Of(Readings, "x");
        Assert.Equal(["a", "b", "d", "e", "f"], table.Materials.Select(material => material.Id));
        Assert.Equal([1.5, null, -2, 4, null], table.Column("x"));
        Assert.Equal(-2, table[2, 0]);
        Assert.Equal("c", Assert.Single(table.Failures).Id);
    }

    [Fact]
    public void A_summary_counts_what_is_missing() =>
        Assert.Equal(new TargetSummary("x", 3, 2, -2, 1.5, 3.5 / 3, 4), PropertyTable.Of(Readings, "x").Summarize("x"));

    [Fact]
    public void The_median_of_an_even_number_is_the_mean_of_the_middle_two() =>
        Assert.Equal(2.5, TargetSummary.Of("x", [4, 1, 2, 3]).Median);

    [Fact]
    public void An_unknown_target_is_refused_with_the_known_ones()
    {
        var e = Assert.Throws<InputException>(() => PropertyTable.Of(Readings, "y"));
        Assert.Contains("the properties in the data are: x", e.Message);
    }

    [Fact]
    public void A_target_of_words_is_refused()
    {
        var e = Assert.Throws<InputException>(() => PropertyTable.Of([Row("a", "red")], "x"));
        Assert.Contains("'red'", e.Message);
    }

    [Fact]
    public void Without_any_material_the_first_reason_is_told()
    {
        var e = Assert.Throws<InputException>(() => PropertyTable.Of([Failed("c")], "x"));
        Assert.Contains("no atoms", e.Message);
    }

    private static MaterialReading Failed(string id) => new(id, null, "s", null, new ReadFailure("s", 3, "It has no atoms."));

    private static MaterialReading Row(string id, string? x)
    {
        var properties = ImmutableDictionary<string, string>.Empty;
        if (x is not null) properties = properties.Add("x", x);
        return new(id, "Fe", "s", new Material(id, Composition.Parse("Fe"), null) { Properties = properties }, null);
    }
}
