using System.Collections.Immutable;

namespace Lodestone.Models.Dense;

/// <summary>Layers of one width that follow each other, in one branch or in several side by side.</summary>
/// <param name="Width">Outputs of each layer.</param>
/// <param name="Branches">Number of layers in each branch.</param>
public sealed record LayerBlock(int Width, ImmutableArray<int> Branches);
