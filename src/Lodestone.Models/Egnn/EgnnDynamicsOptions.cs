namespace Lodestone.Models.Egnn;

/// <summary>Hyper-parameters of <see cref="EgnnDynamics"/>; defaults are those of the published experiment with charged particles.</summary>
public sealed record EgnnDynamicsOptions
{
    /// <summary>Number of invariant numbers known of a particle.</summary>
    public int NodeInputs { get; init; } = 1;

    /// <summary>Number of invariant numbers known of a pair.</summary>
    public int EdgeAttributes { get; init; } = 2;

    /// <summary>Length of the feature vector of a particle and of a message.</summary>
    public int FeatureLength { get; init; } = 64;

    /// <summary>Number of layers.</summary>
    public int Layers { get; init; } = 4;

    /// <summary>Number of vector channels between the first layer and the last; 1 is the EGNN.</summary>
    public int Channels { get; init; } = 1;

    /// <summary>Whether each message is multiplied by a weight between 0 and 1 that it gives itself.</summary>
    public bool Attention { get; init; }

    /// <summary>Whether the weights by which vectors move are bounded by a hyperbolic tangent.</summary>
    public bool Tanh { get; init; }

    /// <summary>Whether the difference of two vectors is divided by its length plus 1 before it moves anything.</summary>
    public bool NormDiff { get; init; }
}
