using CsCheck;
using Lodestone.Learning.Heads;
using Lodestone.Matter;
using TorchSharp;

namespace Lodestone.Learning.Tests.Heads;

public sealed class SoftmaxHeadTests
{
    private static readonly Target[] Words = [.. new Target("kind").OfWords(["a", "b", "c"])];

    private static readonly HeadSet Heads = new(TargetHead.CreateAll([(new Target("gap"), new Scaler(0, 1)), .. Words.Select(word => (word, new Scaler(0, 1)))]));

    [Fact]
    public void Probabilities_are_those_of_the_softmax_of_all_words_of_the_column() =>
        Gen.Float[-20, 20].Array[3].Sample(logits =>
        {
            double[] exponentials = [.. logits.Select(logit => Math.Exp(logit))];
            var estimates = Heads.Interpret([0.1f, 0.2f, .. logits]);
            for (int word = 0; word < 3; word++) Assert.Equal(exponentials[word] / exponentials.Sum(), estimates[word + 1].Mean, 1e-6);
            Assert.Equal(1, estimates.Skip(1).Sum(estimate => estimate.Mean), 1e-9);
        });

    [Fact]
    public void The_losses_of_all_words_add_up_to_the_cross_entropy()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor raw = torch.randn(5, Heads.Outputs);
        long[] truth = [0, 2, 1, 1, 2];
        torch.Tensor sum = torch.zeros(5);
        for (int word = 0; word < 3; word++)
            sum += Heads[word + 1].Loss(Heads.Slice(raw, word + 1), torch.tensor(truth.Select(one => one == word ? 1f : 0f).ToArray()));
        torch.Tensor expected = torch.nn.functional.cross_entropy(raw.narrow(1, 2, 3), torch.tensor(truth), reduction: torch.nn.Reduction.None);
        Assert.True(sum.allclose(expected, 1e-5, 1e-6));
    }

    [Fact]
    public void A_word_is_the_value_of_its_column_where_it_stands_there()
    {
        Assert.Equal(["kind=a", "kind=b", "kind=c"], Words.Select(word => word.Name));
        Assert.All(Words, word => Assert.Equal("kind", word.Column));
        Assert.Contains("columns of words", Assert.Throws<InputException>(() => TargetHead.Create(new Target("x") { Head = "softmax" }, new Scaler(0, 1))).Message);
    }
}
