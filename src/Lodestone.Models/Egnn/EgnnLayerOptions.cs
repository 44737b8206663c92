namespace Lodestone.Models.Egnn;

/// <summary>The shape of one layer.</summary>
internal sealed record EgnnLayerOptions
{
    /// <summary>F, the length of the features of a node and of a message.</summary>
    public required int Features { get; init; }

    /// <summary>Number of vector channels that come in.</summary>
    public required int ChannelsIn { get; init; }

    /// <summary>Number of vector channels that go out; 0: the layer leaves vectors alone.</summary>
    public required int ChannelsOut { get; init; }

    /// <summary>Number of attributes of an edge.</summary>
    public int EdgeAttributes { get; init; }

    /// <summary>Whether nodes have velocities.</summary>
    public bool Velocity { get; init; }

    /// <summary>Whether messages are weighted.</summary>
    public bool Attention { get; init; }

    /// <summary>Whether the weights of vectors are bounded.</summary>
    public bool Tanh { get; init; }

    /// <summary>Whether differences are divided by their length plus 1.</summary>
    public bool NormDiff { get; init; }

    /// <summary>The channels that enter layer number <paramref name="layer"/> of a stack: one at first, then all.</summary>
    public static int Entering(int layer, int channels) => layer == 0 ? 1 : channels;
}
