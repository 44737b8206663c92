using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Egnn;

/// <summary>
/// The EGNN and the multi-channel EGNN for particles with velocities: where they will be. The output turns, reflects, shifts and is permuted
/// with the particles. Each layer adds v_i φ_v(h_i) to the vectors; the first takes one channel, the positions, to all, the last takes them
/// back to one.
/// </summary>
public sealed class EgnnDynamics : nn.Module
{
    private readonly Linear embedding;
    private readonly ModuleList<EgnnLayer> layers;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    public EgnnDynamics(EgnnDynamicsOptions options)
        : base(nameof(EgnnDynamics))
    {
        embedding = nn.Linear(options.NodeInputs, options.FeatureLength);
        layers = nn.ModuleList(Enumerable.Range(0, options.Layers).Select(layer => new EgnnLayer(new EgnnLayerOptions
        {
            Features = options.FeatureLength,
            ChannelsIn = EgnnLayerOptions.Entering(layer, options.Channels),
            ChannelsOut = layer == options.Layers - 1 ? 1 : options.Channels,
            EdgeAttributes = options.EdgeAttributes,
            Velocity = true,
            Attention = options.Attention,
            Tanh = options.Tanh,
            NormDiff = options.NormDiff,
        })).ToArray());
        RegisterComponents();
    }

    /// <summary>Predicts positions.</summary>
    /// <param name="inputs">Invariant numbers of the particles: [particles, inputs].</param>
    /// <param name="positions">[particles, 3].</param>
    /// <param name="velocities">[particles, 3].</param>
    /// <param name="edges">Who acts on whom, with the attributes of the pairs.</param>
    /// <returns>[particles, 3]</returns>
    public Tensor Predict(Tensor inputs, Tensor positions, Tensor velocities, EgnnEdges edges)
    {
        Tensor features = embedding.forward(inputs), vectors = positions.unsqueeze(2);
        foreach (EgnnLayer layer in layers)
            (features, vectors) = layer.Step(features, vectors, velocities, edges);
        return vectors.squeeze(2);
    }
}
