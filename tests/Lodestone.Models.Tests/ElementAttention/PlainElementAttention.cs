using Lodestone.Models.Compositions;
using Lodestone.Models.ElementAttention;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Lodestone.Models.Tests.ElementAttention;

/// <summary>Attention between the elements of one formula, written down one element and one head at a time; not in training.</summary>
internal static class PlainElementAttention
{
    private const int Waves = 8;

    /// <summary>Predicts a formula with the weights of a network.</summary>
    public static Tensor Predict(ElementAttentionNetwork network, ElementAttentionOptions options, ElementSets formula)
    {
        var weights = new NamedWeights(network);
        int width = options.FeatureLength / options.Heads;
        Tensor[] x = [.. Enumerable.Range(0, formula.Elements).Select(i =>
            weights.Element("vectors", formula.AtomicNumber[i]) + weights.Linear("amounts", Basis(formula.Fraction[i], options.Amounts ? formula.Amount[i] : null)))];
        for (int block = 0; block < options.Blocks; block++)
        {
            NamedWeights of = weights.Of($"blocks.{block}");
            Tensor[][] parts = [.. x.Select(row => of.Linear("query_key_value", of.LayerNorm("attention_norm", row)).chunk(3))];
            x = [.. x.Select((row, i) => row + of.Linear("mix", cat([.. Enumerable.Range(0, options.Heads).Select(head => Attend(parts, i, head))])))];
            x = [.. x.Select(row => row + of.Linear("output", silu(of.Linear("hidden", of.LayerNorm("hidden_norm", row)))))];
        }

        x = [.. x.Select(row => weights.LayerNorm("norm", row))];
        Tensor pooled = cat([.. Enumerable.Range(0, options.Heads).Select(Pool)]);
        for (int layer = 0; layer < options.HiddenLayers; layer++) pooled = pooled + silu(weights.Linear($"hidden.{layer}", pooled));
        return weights.Linear("output", pooled);

        Tensor Attend(Tensor[][] parts, int i, int head)
        {
            Tensor Part(int j, int kind) => parts[j][kind].narrow(0, head * width, width);
            Tensor scores = stack([.. x.Select((_, j) => (Part(i, 0) * Part(j, 1)).sum() / Math.Sqrt(width))]).softmax(0);
            return x.Select((_, j) => scores[j] * Part(j, 2)).Aggregate((sum, row) => sum + row);
        }

        Tensor Pool(int head)
        {
            Tensor share = options.Pooling switch
            {
                PoolingName.Amount => tensor(formula.Amount),
                PoolingName.Fraction => tensor(formula.Fraction),
                _ => (stack([.. x.Select(row => weights.Linear("pooling.scores", row)[head])]) + tensor(formula.Fraction).log()).softmax(0),
            };
            return x.Select((row, i) => share[i] * weights.Linear("pooling.values", row).narrow(0, head * width, width)).Aggregate((sum, row) => sum + row);
        }
    }

    /// <summary>sin and cos of 2ᵏ π s for the scales s: the fraction, its binary logarithm over 8, and that of the amount over 8.</summary>
    private static Tensor Basis(float fraction, float? amount)
    {
        List<double> scales = [fraction, Math.Log2(fraction) / 8];
        if (amount is { } read) scales.Add(Math.Log2(read) / 8);
        double[] phases = [.. scales.SelectMany(scale => Enumerable.Range(0, Waves).Select(k => Math.Pow(2, k) * Math.PI * scale))];
        return tensor([.. phases.Select(phase => (float)Math.Sin(phase)), .. phases.Select(phase => (float)Math.Cos(phase))]);
    }
}
