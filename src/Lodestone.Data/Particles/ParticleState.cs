using Lodestone.Matter.Geometry;

namespace Lodestone.Data.Particles;

/// <summary>Point particles at one time.</summary>
/// <param name="Positions">[particles].</param>
/// <param name="Velocities">[particles].</param>
public sealed record ParticleState(Vector3D[] Positions, Vector3D[] Velocities)
{
    /// <summary>A copy with arrays of its own.</summary>
    public ParticleState Copy() => new([.. Positions], [.. Velocities]);
}
