using Lodestone.Learning;
using Lodestone.Symmetry.Canonicalization.Points;
using Lodestone.Symmetry.Continuous;
using static TorchSharp.torch;

namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>
/// The plain graph network in a learned frame of the particles (S.-O. Kaba et al., "Equivariance with learned canonicalization functions", ICML
/// 2023, section 5.2): x′ = (x − t)·R and v′ = v·R go in, y = y′·Rᵀ + t comes out. Canonicalizer and predictor learn together.
/// </summary>
internal sealed class CanonicalizedParticleNetwork : Network<ParticleBatch>
{
    private readonly VectorNeuronCanonicalizer canonicalizer;
    private readonly GnnParticleNetwork predictor;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="particles">Particles of a system.</param>
    public CanonicalizedParticleNetwork(int particles)
        : base(nameof(CanonicalizedParticleNetwork), new ParticleEncoder(), 3 * particles)
    {
        canonicalizer = new VectorNeuronCanonicalizer(3, reflections: true);
        predictor = new GnnParticleNetwork(particles);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <returns>Positions: [systems, particles × 3]</returns>
    public override Tensor forward(ParticleBatch batch)
    {
        var inputs = new ParticleTensors(batch);
        Tensor positions = inputs.Positions.view(batch.Systems, batch.Particles, 3);
        RigidMotion frame = canonicalizer.Frame(positions), inverse = canonicalizer.Group.Inverse(frame);
        Tensor predicted = predictor.Predict(
            inverse.Points(positions).view(-1, 3), inverse.Vectors(inputs.Velocities.view_as(positions)).view(-1, 3), inputs.Edges);
        return frame.Points(predicted.view_as(positions)).view(batch.Systems, -1);
    }
}
