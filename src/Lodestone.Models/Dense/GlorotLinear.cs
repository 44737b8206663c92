using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Dense;

/// <summary>Dense layers that start as Keras starts them, on which the published networks rely.</summary>
internal static class GlorotLinear
{
    /// <summary>
    /// A layer y = W x + b with b = 0 and W uniform within ±√(6 / (inputs + outputs)). Source: X. Glorot and Y. Bengio, AISTATS (2010),
    /// eq. 16.
    /// </summary>
    public static Linear Create(int inputs, int outputs)
    {
        Linear layer = nn.Linear(inputs, outputs);
        nn.init.xavier_uniform_(layer.weight!);
        nn.init.zeros_(layer.bias!);
        return layer;
    }
}
