using Lodestone.Learning;
using Lodestone.Models.Egnn;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>
/// The plain graph network of the published comparison (Satorras et al. 2021, section 5.1): positions and velocities are features like any
/// others, so nothing is equivariant.
/// </summary>
internal sealed class GnnParticleNetwork : Network<ParticleBatch>
{
    private const int Features = 64;
    private const int Layers = 4;
    private readonly Linear embedding;
    private readonly ModuleList<GnnLayer> layers;
    private readonly Linear output_first;
    private readonly Linear output_second;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="particles">Particles of a system.</param>
    public GnnParticleNetwork(int particles)
        : base(nameof(GnnParticleNetwork), new ParticleEncoder(), 3 * particles)
    {
        embedding = nn.Linear(6, Features);
        layers = nn.ModuleList(Enumerable.Range(0, Layers).Select(_ => new GnnLayer(Features, edgeAttributes: 2)).ToArray());
        output_first = nn.Linear(Features, Features);
        output_second = nn.Linear(Features, 3);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <returns>Positions: [systems, particles × 3]</returns>
    public override Tensor forward(ParticleBatch batch)
    {
        var inputs = new ParticleTensors(batch);
        return Predict(inputs.Positions, inputs.Velocities, inputs.Edges).view(batch.Systems, -1);
    }

    /// <summary>Where particles will be.</summary>
    /// <param name="positions">[particles, 3].</param>
    /// <param name="velocities">[particles, 3].</param>
    /// <param name="edges">The pairs that act on each other.</param>
    /// <returns>[particles, 3]</returns>
    public Tensor Predict(Tensor positions, Tensor velocities, EgnnEdges edges)
    {
        Tensor features = embedding.forward(cat([positions, velocities], 1));
        foreach (GnnLayer layer in layers)
            features = layer.forward(features, edges);
        return output_second.forward(nn.functional.silu(output_first.forward(features)));
    }
}
