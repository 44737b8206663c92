namespace Lodestone.Models.Dense;

/// <summary>What a dense layer's outputs pass through.</summary>
public enum ActivationName
{
    /// <summary>x where positive, 0.3·x elsewhere.</summary>
    LeakyRelu,

    /// <summary>x where positive, 0 elsewhere.</summary>
    Relu,
}
