using Lodestone.Models.Dense;

namespace Lodestone.Models.Irnet;

/// <summary>
/// Hyper-parameters of IRNet: D. Jha, L. Ward, Z. Yang, C. Wolverton, I. Foster, W. Liao, A. Choudhary and A. Agrawal, KDD (2019), p. 2385.
/// Defaults are the 17 layers of the publication, on the element fractions of ElemNet.
/// </summary>
public sealed record IrnetOptions
{
    /// <summary>Blocks of layers, width x layers, joined by hyphens.</summary>
    public string Layers { get; init; } = LayerPlan.Published;

    /// <summary>Whether all 118 elements have a place in the input, instead of the 86 of the publication.</summary>
    public bool AllElements { get; init; }
}
