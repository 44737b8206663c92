using Lodestone.Learning;
using Lodestone.Models.Egnn;
using static TorchSharp.torch;

namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>The EGNN, of one vector channel or several, that says where particles will be. It knows of each particle its speed.</summary>
internal sealed class EgnnParticleNetwork : Network<ParticleBatch>
{
    private readonly EgnnDynamics dynamics;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="channels">Vector channels; 1 is the EGNN.</param>
    /// <param name="particles">Particles of a system.</param>
    public EgnnParticleNetwork(int channels, int particles)
        : base(nameof(EgnnParticleNetwork), new ParticleEncoder(), 3 * particles)
    {
        dynamics = new EgnnDynamics(new EgnnDynamicsOptions { Channels = channels });
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <returns>Positions: [systems, particles × 3]</returns>
    public override Tensor forward(ParticleBatch batch)
    {
        var inputs = new ParticleTensors(batch);
        Tensor speeds = inputs.Velocities.square().sum(1, keepdim: true).sqrt();
        return dynamics.Predict(speeds, inputs.Positions, inputs.Velocities, inputs.Edges).view(batch.Systems, -1);
    }
}
