namespace Lodestone.Models.ElementAttention;

/// <summary>How the vectors of the elements of a formula become one.</summary>
public enum PoolingName
{
    /// <summary>Their mean with learned weights times their fractions.</summary>
    Attention,

    /// <summary>Their mean with their fractions as weights.</summary>
    Fraction,

    /// <summary>Their sum with the amounts as weights.</summary>
    Amount,
}
