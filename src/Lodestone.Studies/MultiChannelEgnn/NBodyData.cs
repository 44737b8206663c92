using Lodestone.Learning.Training;

namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>Particles at one time, and their positions at a later one, which are to be predicted.</summary>
/// <param name="Particles">Number of particles.</param>
/// <param name="Unit">What an error is divided by before it is squared.</param>
/// <param name="Duration">Time between the two, in the unit of the velocities.</param>
/// <param name="Train">Rows to learn from.</param>
/// <param name="Validation">Rows to judge by.</param>
/// <param name="Test">Rows to measure on.</param>
public sealed record NBodyData(
    int Particles, double Unit, float Duration, TrainingSet<ParticleBatch> Train, TrainingSet<ParticleBatch> Validation, TrainingSet<ParticleBatch> Test)
{
    /// <summary>Makes the rows of the system that the options name.</summary>
    /// <exception cref="Matter.InputException">An option is out of its range.</exception>
    public static NBodyData Make(NBodyOptions options)
    {
        options.Check();
        return options.System == ParticleSystem.SolarSystem ? SolarSystemData.Make(options) : ChargedParticleData.Make(options);
    }
}
