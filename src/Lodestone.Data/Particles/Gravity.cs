using Lodestone.Matter.Geometry;

namespace Lodestone.Data.Particles;

/// <summary>
/// Bodies under Newton's law of gravitation, moved by the leapfrog (half a kick, a drift, half a kick), which is symplectic: the error of the
/// energy stays bounded, of second order in the step, and does not grow with time (E. Hairer, C. Lubich and G. Wanner, Acta Numerica 12, 399
/// (2003)). Any consistent units.
/// </summary>
/// <param name="masses">Gravitational parameters G m: [bodies].</param>
/// <param name="start">The state to begin with; it is not changed.</param>
public sealed class Gravity(double[] masses, ParticleState start)
{
    private readonly ParticleState _state = start.Copy();

    /// <summary>A copy of the present state.</summary>
    public ParticleState State => _state.Copy();

    /// <summary>Total energy times G: Σ ½ G m v² − Σ_{i&lt;j} G m_i G m_j/|x_i − x_j|.</summary>
    public double Energy
    {
        get
        {
            double energy = 0;
            for (int i = 0; i < masses.Length; i++)
            {
                energy += 0.5 * masses[i] * _state.Velocities[i].LengthSquared;
                for (int j = 0; j < i; j++) energy -= masses[i] * masses[j] / (_state.Positions[i] - _state.Positions[j]).Length;
            }

            return energy;
        }
    }

    /// <summary>Total angular momentum times G: Σ G m x × v.</summary>
    public Vector3D AngularMomentum
    {
        get
        {
            Vector3D sum = Vector3D.Zero;
            for (int i = 0; i < masses.Length; i++) sum += masses[i] * Vector3D.Cross(_state.Positions[i], _state.Velocities[i]);
            return sum;
        }
    }

    /// <summary>Goes on in time.</summary>
    /// <param name="step">Time of a step; negative goes back.</param>
    /// <param name="count">Number of steps.</param>
    public void Run(double step, int count)
    {
        for (int done = 0; done < count; done++)
        {
            Kick(step / 2);
            for (int i = 0; i < masses.Length; i++) _state.Positions[i] += step * _state.Velocities[i];
            Kick(step / 2);
        }
    }

    private void Kick(double step)
    {
        for (int i = 0; i < masses.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Vector3D apart = _state.Positions[i] - _state.Positions[j];
                double square = apart.LengthSquared;
                Vector3D pull = step / (square * Math.Sqrt(square)) * apart;
                _state.Velocities[i] -= masses[j] * pull;
                _state.Velocities[j] += masses[i] * pull;
            }
        }
    }
}
