namespace Lodestone.Data.Particles;

/// <summary>
/// How trajectories of charged particles are made, in the dimensionless units of T. Kipf et al., "Neural relational inference for interacting
/// systems", ICML (2018). Defaults are the data set of V. G. Satorras, E. Hoogeboom and M. Welling, "E(n) equivariant graph neural networks",
/// ICML (2021).
/// </summary>
public sealed record ChargedParticleOptions
{
    /// <summary>Number of particles.</summary>
    public int Particles { get; init; } = 5;

    /// <summary>Length of every velocity at the beginning.</summary>
    public double Speed { get; init; } = 0.5;

    /// <summary>Time of one step of the integration.</summary>
    public double TimeStep { get; init; } = 1e-3;

    /// <summary>Steps between two frames.</summary>
    public int StepsPerFrame { get; init; } = 100;

    /// <summary>Number of frames.</summary>
    public int Frames { get; init; } = 49;

    /// <summary>The largest component of a force; larger ones are clipped, so that close encounters stay finite.</summary>
    public double LargestForce { get; init; } = 100;
}
