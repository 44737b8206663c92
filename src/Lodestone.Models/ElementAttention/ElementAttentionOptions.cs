namespace Lodestone.Models.ElementAttention;

/// <summary>
/// Hyper-parameters of attention between the elements of a formula, after Roost (R. E. A. Goodall and A. A. Lee, Nat. Commun. 11, 6280
/// (2020)) and CrabNet (A. Y.-T. Wang, S. K. Kauwe, R. J. Murdock and T. D. Sparks, npj Comput. Mater. 7, 77 (2021)). Defaults are our own.
/// </summary>
public sealed record ElementAttentionOptions
{
    /// <summary>Length of the vector of an element.</summary>
    public int FeatureLength { get; init; } = 128;

    /// <summary>Number of blocks of attention.</summary>
    public int Blocks { get; init; } = 3;

    /// <summary>Number of attention heads of a block and of the pooling; the feature length is a multiple of it.</summary>
    public int Heads { get; init; } = 4;

    /// <summary>Width of the hidden layer in each block.</summary>
    public int BlockHiddenLength { get; init; } = 256;

    /// <summary>Number of hidden layers after pooling.</summary>
    public int HiddenLayers { get; init; } = 2;

    /// <summary>How the elements of a formula become one vector.</summary>
    public PoolingName Pooling { get; init; } = PoolingName.Attention;

    /// <summary>Whether the amounts of the formula are read as it is written, so that Fe2O3 and Fe4O6 differ; otherwise only fractions are read.</summary>
    public bool Amounts { get; init; }

    /// <summary>Whether the vector of an element begins with its tabulated properties besides a learned part.</summary>
    public bool ElementProperties { get; init; } = true;

    /// <summary>Share of the hidden features that are dropped while training.</summary>
    public double Dropout { get; init; }
}
