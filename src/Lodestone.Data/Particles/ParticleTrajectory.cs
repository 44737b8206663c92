namespace Lodestone.Data.Particles;

/// <summary>Particles at equally spaced times.</summary>
/// <param name="Couplings">What the force on a particle is proportional to, its charge or its gravitational parameter: [particles].</param>
/// <param name="Frames">The recorded states, in order of time.</param>
public sealed record ParticleTrajectory(double[] Couplings, IReadOnlyList<ParticleState> Frames);
