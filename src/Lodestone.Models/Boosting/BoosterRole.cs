namespace Lodestone.Models.Boosting;

/// <summary>What a booster says of a target.</summary>
internal enum BoosterRole
{
    /// <summary>The probability of being above the threshold.</summary>
    Occurrence,

    /// <summary>The value, or its size above the threshold.</summary>
    Value,

    /// <summary>The quantile one standard deviation below the median of a normal distribution, Φ(−1).</summary>
    Low,

    /// <summary>The quantile one standard deviation above it, Φ(1).</summary>
    High,
}
