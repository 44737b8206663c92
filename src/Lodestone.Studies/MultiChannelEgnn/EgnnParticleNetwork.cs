using Lodestone.Learning;
using Lodestone.Models.Egnn;
using static TorchSharp.torch;

namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>The EGNN, of one vector channel or several, that says where particles will be. It knows of each particle its speed, and with two
/// inputs its charge or the logarithm of its mass.</summary>
internal sealed class EgnnParticleNetwork : Network<ParticleBatch>
{
    private readonly EgnnDynamics dynamics;
    private readonly bool _knowsCharges;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="options">Its hyper-parameters; one or two inputs a particle.</param>
    /// <param name="particles">Particles of a system.</param>
    public EgnnParticleNetwork(EgnnDynamicsOptions options, int particles)
        : base(nameof(EgnnParticleNetwork), new ParticleEncoder(), 3 * particles)
    {
        dynamics = new EgnnDynamics(options);
        _knowsCharges = options.NodeInputs == 2;
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <returns>Positions: [systems, particles × 3]</returns>
    public override Tensor forward(ParticleBatch batch)
    {
        var inputs = new ParticleTensors(batch);
        Tensor speeds = inputs.Velocities.square().sum(1, keepdim: true).sqrt();
        Tensor known = _knowsCharges ? cat([speeds, inputs.Charges], 1) : speeds;
        return dynamics.Predict(known, inputs.Positions, inputs.Velocities, inputs.Edges).view(batch.Systems, -1);
    }
}
