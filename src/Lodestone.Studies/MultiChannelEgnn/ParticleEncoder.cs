using Lodestone.Data;
using Lodestone.Learning;

namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>Joins systems of particles. They come from a simulation; a material is none.</summary>
internal sealed class ParticleEncoder : IEncoder<ParticleBatch>
{
    /// <inheritdoc />
    public ParticleBatch Encode(Material material) =>
        throw new EncodingException("It is a material, and this network reads particles that move.");

    /// <inheritdoc />
    public ParticleBatch Join(IReadOnlyList<ParticleBatch> samples) => new(
        samples.Sum(sample => sample.Systems),
        samples[0].Particles,
        [.. samples.SelectMany(sample => sample.Charges)],
        [.. samples.SelectMany(sample => sample.Positions)],
        [.. samples.SelectMany(sample => sample.Velocities)]);
}
