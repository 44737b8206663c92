namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>What moves.</summary>
public enum ParticleSystem
{
    /// <summary>Five charged particles in empty space, as published.</summary>
    ChargedParticles,

    /// <summary>The Sun and eight planets, moved by an integrator of our own in the place of an ephemeris.</summary>
    SolarSystem,
}
