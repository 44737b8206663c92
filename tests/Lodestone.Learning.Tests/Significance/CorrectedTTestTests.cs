using Lodestone.Learning.Significance;

namespace Lodestone.Learning.Tests.Significance;

public sealed class CorrectedTTestTests
{
    /// <summary>By hand: mean 2, s² = 1, standard error √(1/3 + 1/2) = 0.912871, t = 2.19089; with two degrees of freedom
    /// p = 1 − t/√(2 + t²), and the 97.5 % point is 4.302653.</summary>
    [Fact]
    public void Three_folds_by_hand()
    {
        CorrectedTTest test = CorrectedTTest.Of([1, 2, 3], 0.5);
        Assert.Equal(2, test.Mean, 1e-12);
        Assert.Equal(1 - 2.1908902 / Math.Sqrt(2 + 4.8), test.PValue, 1e-7);
        Assert.Equal(2 - 4.302653 * 0.9128709, test.Low, 1e-5);
        Assert.Equal(2 + 4.302653 * 0.9128709, test.High, 1e-5);
    }

    [Fact]
    public void Shared_training_rows_make_it_less_certain() =>
        Assert.True(CorrectedTTest.Of([1, 2, 3, 2, 2], 0.25).PValue > CorrectedTTest.Of([1, 2, 3, 2, 2], 0).PValue);

    [Fact]
    public void Equal_models_do_not_differ() => Assert.Equal(1, CorrectedTTest.Of([0, 0, 0], 0.5).PValue);

    [Fact]
    public void The_sign_of_the_difference_does_not_matter() =>
        Assert.Equal(CorrectedTTest.Of([0.1, 0.3, -0.1], 0.5).PValue, CorrectedTTest.Of([-0.1, -0.3, 0.1], 0.5).PValue, 1e-12);

    [Fact]
    public void One_fold_is_refused() => Assert.Throws<ArgumentException>(() => CorrectedTTest.Of([1], 0.5));
}
