using Lodestone.Models.Estimators;
using Lodestone.Models.Selection;

namespace Lodestone.Models.Tests.Selection;

public sealed class CorrelationFilterTests
{
    // 0: kept, 1: constant, 2: empty, 3: opposite of 0, 4: other, 5: 0 with a gap, 6: constant where known
    private static readonly DataMatrix Rows = new(5, 7,
    [
        1, 7, float.NaN, -1, 1, 1, 3,
        2, 7, float.NaN, -2, -1, 2, float.NaN,
        3, 7, float.NaN, -3, 1, float.NaN, 3,
        4, 7, float.NaN, -4, -1, 4, 3,
        5, 7, float.NaN, -5, 1, 5, 3,
    ]);

    [Fact]
    public void Constant_empty_and_repeated_columns_are_left_out() => Assert.Equal([0, 4], CorrelationFilter.Keep(Rows));

    [Fact]
    public void Without_a_bound_only_constant_and_empty_columns_are_left_out() => Assert.Equal([0, 3, 4, 5], CorrelationFilter.Keep(Rows, null));
}
