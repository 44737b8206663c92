using Lodestone.Data;
using Lodestone.Data.Descriptors;
using Lodestone.Matter;
using Lodestone.Models.Selection;

namespace Lodestone.Models.Tests.Selection;

public sealed class CorrelationFilterTests
{
    private static readonly double[][] Rows =
    [
        // 0: kept, 1: constant, 2: empty, 3: opposite of 0, 4: other, 5: 0 with a gap, 6: constant where known
        [1, 7, double.NaN, -1, 1, 1, 3],
        [2, 7, double.NaN, -2, -1, 2, double.NaN],
        [3, 7, double.NaN, -3, 1, double.NaN, 3],
        [4, 7, double.NaN, -4, -1, 4, 3],
        [5, 7, double.NaN, -5, 1, 5, 3],
    ];

    [Fact]
    public void Constant_empty_and_repeated_columns_are_left_out() => Assert.Equal([0, 4], CorrelationFilter.Keep(Table()));

    [Fact]
    public void Only_a_correlation_above_the_bound_counts() => Assert.Equal([0, 3, 4, 5], CorrelationFilter.Keep(Table(), 1.01));

    private static DescriptorTable Table() =>
        DescriptorTable.Of([.. Enumerable.Range(0, Rows.Length).Select(i => new Material($"{i}", Composition.Parse("Fe"), null))], new Given());

    private sealed class Given : DescriptorSet
    {
        public override string Name => "given";

        public override IReadOnlyList<Descriptor> Descriptors { get; } = [.. Enumerable.Range(0, 7).Select(i => new Descriptor($"x{i}", "", "Given.", "Here."))];

        public override bool NeedsStructure => false;

        public override void Describe(Material material, Span<double> values) =>
            Rows[int.Parse(material.Id, System.Globalization.CultureInfo.InvariantCulture)].CopyTo(values);
    }
}
