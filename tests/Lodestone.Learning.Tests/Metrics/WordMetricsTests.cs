using Lodestone.Learning.Metrics;

namespace Lodestone.Learning.Tests.Metrics;

public sealed class WordMetricsTests
{
    private static readonly double[][] Said = [[0.7, 0.2, 0.1], [0.1, 0.6, 0.3], [0.5, 0.3, 0.2], [0.2, 0.2, 0.6]];

    [Fact]
    public void The_most_probable_word_counts()
    {
        ClassMetrics metrics = ClassMetrics.OfWords([0, 1, 1, 2], Said);

        Assert.Equal(0.75, metrics.Accuracy);
        Assert.Equal(0.5, metrics.MajorityAccuracy);
        Assert.Equal(-(Math.Log(0.7) + Math.Log(0.6) + Math.Log(0.3) + Math.Log(0.6)) / 4, metrics.LogLoss!.Value, 1e-12);
        Assert.Equal(1, metrics.Auc!.Value, 1e-12); // 0 and 2 are ranked above all others, and so are both of 1: 0.6 and 0.3 against 0.2 and 0.2
        Assert.Null(metrics.Prevalence);
    }

    [Fact]
    public void A_word_that_the_model_does_not_know_is_never_right()
    {
        ClassMetrics metrics = ClassMetrics.OfWords([0, -1], Said[..2]);

        Assert.Equal(0.5, metrics.Accuracy);
        Assert.True(metrics.LogLoss > 10);
    }
}
