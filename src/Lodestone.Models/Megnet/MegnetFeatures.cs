using static TorchSharp.torch;

namespace Lodestone.Models.Megnet;

/// <summary>What passes from block to block.</summary>
/// <param name="Bonds">[bonds, features].</param>
/// <param name="Atoms">[atoms, features].</param>
/// <param name="State">[crystals, features].</param>
internal readonly record struct MegnetFeatures(Tensor Bonds, Tensor Atoms, Tensor State)
{
    /// <summary>Adds term by term.</summary>
    public static MegnetFeatures operator +(MegnetFeatures a, MegnetFeatures b) => new(a.Bonds + b.Bonds, a.Atoms + b.Atoms, a.State + b.State);
}
