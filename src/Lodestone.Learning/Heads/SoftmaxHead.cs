using TorchSharp;

namespace Lodestone.Learning.Heads;

/// <summary>
/// The probability of one word of a column of words, p_i = exp(ℓ_i) / Σ_j exp(ℓ_j) over the logits ℓ of all words of the column. Loss: −y_i ln p_i with
/// y_i = 1 for the word and 0 for others, so that the losses of all words together are the cross entropy. The standard deviation of an estimate is that
/// of a Bernoulli variable, √(p(1 − p)).
/// </summary>
/// <param name="target">The target.</param>
/// <param name="scaler">The scaling of the target.</param>
/// <param name="word">The place of the word among those of the column.</param>
/// <param name="words">The number of words.</param>
public sealed class SoftmaxHead(Target target, Scaler scaler, int word, int words) : TargetHead(target, scaler)
{
    /// <inheritdoc/>
    public override int Width => 1;

    /// <inheritdoc/>
    public override (int Before, int Count) Read => (word, words);

    /// <inheritdoc/>
    public override torch.Tensor Loss(torch.Tensor raw, torch.Tensor scaled) =>
        -scaled * torch.nn.functional.log_softmax(raw, 1).select(1, word);

    /// <inheritdoc/>
    public override Estimate Interpret(ReadOnlySpan<float> raw)
    {
        double largest = float.NegativeInfinity, sum = 0;
        foreach (float logit in raw) largest = Math.Max(largest, logit);
        foreach (float logit in raw) sum += Math.Exp(logit - largest);
        double p = Math.Exp(raw[word] - largest) / sum;
        return new Estimate(p, Math.Sqrt(p * (1 - p)), 0, null);
    }
}
