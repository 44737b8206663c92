namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>Systems of particles at one time in flat arrays: one system, or a batch of many of the same size, one after the other.</summary>
/// <param name="Systems">Number of systems.</param>
/// <param name="Particles">Number of particles of each system.</param>
/// <param name="Charges">[systems × particles].</param>
/// <param name="Positions">[systems × particles × 3].</param>
/// <param name="Velocities">[systems × particles × 3].</param>
public sealed record ParticleBatch(int Systems, int Particles, float[] Charges, float[] Positions, float[] Velocities);
