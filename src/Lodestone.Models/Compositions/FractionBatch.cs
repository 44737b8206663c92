using TorchSharp;

namespace Lodestone.Models.Compositions;

/// <summary>The share of every element among the atoms of one material, or of a batch of many.</summary>
/// <param name="Places">Number of elements that have a place.</param>
/// <param name="Values">[materials · places], row by row, 0–1; each row sums to 1.</param>
public sealed record FractionBatch(int Places, float[] Values)
{
    /// <summary>Number of materials.</summary>
    public int Materials => Values.Length / Places;

    /// <summary>The fractions as a tensor, [materials, places].</summary>
    public torch.Tensor ToTensor() => torch.tensor(Values).clone().view(Materials, Places); // the clone is aligned, for equal bits everywhere
}
