using Lodestone.Models.Dense;

namespace Lodestone.Models.Brnet;

/// <summary>
/// Hyper-parameters of BRNet: V. Gupta, A. Peltekian, W. Liao, A. Choudhary and A. Agrawal, Sci. Rep. 13, 9128 (2023). iBRNet (J. Cheminform.
/// 16, 17 (2024)) is the same network, trained with two schedulers. Defaults are those of the published code.
/// </summary>
public sealed record BrnetOptions
{
    /// <summary>Blocks of layers, width x layers, joined by hyphens; a plus sign joins branches side by side (1024x2+2).</summary>
    public string Layers { get; init; } = "1024x2+2-512x3-256x3-128x3-64x2-32x1";

    /// <summary>Whether each layer's input is added to its output, through a linear map where the width changes.</summary>
    public bool Skips { get; init; } = true;

    /// <summary>Activation of the layers: leaky_relu, with slope 0.3 below zero, or relu.</summary>
    public ActivationName Activation { get; init; } = ActivationName.LeakyRelu;

    /// <summary>Whether all 118 elements have a place in the input, instead of the 86 of the publication.</summary>
    public bool AllElements { get; init; }
}
