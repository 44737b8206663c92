using Lodestone.Models.Dense;

namespace Lodestone.Models.Elemnet;

/// <summary>
/// Hyper-parameters of ElemNet: D. Jha, L. Ward, A. Paul, W. Liao, A. Choudhary, C. Wolverton and A. Agrawal, Sci. Rep. 8, 17593 (2018).
/// Defaults are the published values.
/// </summary>
public sealed record ElemnetOptions
{
    /// <summary>Blocks of layers, width x layers, joined by hyphens.</summary>
    public string Layers { get; init; } = LayerPlan.Published;

    /// <summary>Share of the outputs of the first, second, … block that is dropped while training; nothing is dropped after later blocks.</summary>
    public IReadOnlyList<double> Dropout { get; init; } = [0.2, 0.1, 0.3, 0.2];

    /// <summary>Whether all 118 elements have a place in the input, instead of the 86 of the publication.</summary>
    public bool AllElements { get; init; }
}
