using Lodestone.Data.Random;
using Lodestone.Matter.Geometry;

namespace Lodestone.Data.Particles;

/// <summary>
/// Particles of charge ±1 in empty space under Coulomb's law, F_i = Σ_j q_i q_j (x_i − x_j)/|x_i − x_j|³, with masses of 1: the benchmark of
/// equivariant networks. The same generator and seed give the published trajectories.
/// </summary>
/// <param name="options">How they are made.</param>
public sealed class ChargedParticles(ChargedParticleOptions options)
{
    /// <summary>Draws charges and a state at time 0: charges of ±1 with equal probability, positions from the standard normal
    /// distribution, velocities of equal length in random directions. The published program goes on to draw noise that it multiplies by
    /// zero; this is drawn as well, so that the next trajectory is the published one.</summary>
    /// <param name="random">The generator; seed 43 gives the published trajectories.</param>
    public (double[] Charges, ParticleState Start) Draw(LegacyRandom random)
    {
        int n = options.Particles;
        var charges = new double[n];
        for (int i = 0; i < n; i++) charges[i] = random.NextDouble() >= 0.5 ? 1 : -1;
        Vector3D[] positions = Normal(random), velocities = Normal(random);
        for (int i = 0; i < n; i++) velocities[i] = options.Speed / velocities[i].Length * velocities[i];
        for (int i = 0; i < 2 * options.Frames * 3 * n; i++) random.NextNormal();
        return (charges, new ParticleState(positions, velocities));
    }

    /// <summary>
    /// The trajectory of a start: one kick of v ← v + F dt, then in every step a drift x ← x + v dt and a kick. Frame k holds positions and
    /// velocities after the drift of step <c>(k + 1) · StepsPerFrame</c>, before its kick.
    /// </summary>
    /// <param name="charges">[particles].</param>
    /// <param name="start">The state at time 0; it is not changed.</param>
    /// <param name="frames">How many frames, if fewer than the options say.</param>
    public ParticleTrajectory Simulate(double[] charges, ParticleState start, int? frames = null)
    {
        int wanted = frames ?? options.Frames;
        ParticleState state = start.Copy();
        var recorded = new List<ParticleState>(wanted);
        var forces = new Vector3D[charges.Length];
        Kick(charges, state, forces);
        for (int step = 1; recorded.Count < wanted; step++)
        {
            for (int i = 0; i < charges.Length; i++) state.Positions[i] += options.TimeStep * state.Velocities[i];
            if (step % options.StepsPerFrame == 0) recorded.Add(state.Copy());
            Kick(charges, state, forces);
        }

        return new ParticleTrajectory(charges, recorded);
    }

    /// <summary>Energy of charged particles of mass 1: ½ Σ v² + Σ_{i&lt;j} q_i q_j/|x_i − x_j|.</summary>
    public static double Energy(double[] charges, ParticleState state)
    {
        double energy = 0;
        for (int i = 0; i < charges.Length; i++)
        {
            energy += 0.5 * state.Velocities[i].LengthSquared;
            for (int j = 0; j < i; j++) energy += charges[i] * charges[j] / (state.Positions[i] - state.Positions[j]).Length;
        }

        return energy;
    }

    private Vector3D[] Normal(LegacyRandom random)
    {
        var components = new double[3, options.Particles];
        for (int axis = 0; axis < 3; axis++)
            for (int i = 0; i < options.Particles; i++)
                components[axis, i] = random.NextNormal();
        return [.. Enumerable.Range(0, options.Particles).Select(i => new Vector3D(components[0, i], components[1, i], components[2, i]))];
    }

    private void Kick(double[] charges, ParticleState state, Vector3D[] forces)
    {
        Array.Clear(forces);
        for (int i = 0; i < forces.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Vector3D apart = state.Positions[i] - state.Positions[j];
                double square = apart.LengthSquared;
                Vector3D force = charges[i] * charges[j] / (square * Math.Sqrt(square)) * apart;
                forces[i] += force;
                forces[j] -= force;
            }
        }

        for (int i = 0; i < forces.Length; i++)
            state.Velocities[i] += options.TimeStep * new Vector3D(Clip(forces[i].X), Clip(forces[i].Y), Clip(forces[i].Z));
    }

    private double Clip(double component) => Math.Clamp(component, -options.LargestForce, options.LargestForce);
}
