using Lodestone.Data.Particles;
using Lodestone.Learning.Training;
using Lodestone.Matter.Geometry;

namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>
/// One year of the solar system in half-hour frames: from positions and velocities at one moment, predict the positions 1,000 frames (20.8
/// days) later, as in the comparison of Levy et al. (2023), whose ephemeris is replaced by Newton's law from J2000 on. The moments to learn
/// from, to validate and to test follow each other in time, each evenly over its part: the first 80 %, the next 10 % and the last.
/// </summary>
internal static class SolarSystemData
{
    private const int Frames = 17_520;
    private const int TrainFrames = 14_016;
    private const int ValidationFrames = 1752;
    private const int Ahead = 1000;
    private const double DaysPerFrame = 1 / 48.0;

    /// <summary>Simulates and cuts the trajectory. Velocities are distances in the time to be predicted; what the networks know of a body is the
    /// logarithm of its mass less the mean over the bodies.</summary>
    public static NBodyData Make(NBodyOptions options)
    {
        ParticleTrajectory trajectory = SolarSystem.Simulate(Frames + Ahead, DaysPerFrame, stepsPerFrame: 1);
        double[] logarithms = [.. trajectory.Couplings.Select(Math.Log10)];
        float[] masses = [.. logarithms.Select(value => (float)(value - logarithms.Average()))];
        int[] train = Spread(0, TrainFrames, options.Train);
        return new NBodyData(
            masses.Length,
            Displacement(trajectory, train),
            1,
            Rows(train),
            Rows(Spread(TrainFrames, ValidationFrames, options.Validation)),
            Rows(Spread(TrainFrames + ValidationFrames, Frames - TrainFrames - ValidationFrames, options.Test)));

        TrainingSet<ParticleBatch> Rows(int[] frames)
        {
            var values = new double?[frames.Length, 3 * masses.Length];
            for (int row = 0; row < frames.Length; row++)
                for (int i = 0; i < 3 * masses.Length; i++)
                    values[row, i] = trajectory.Frames[frames[row] + Ahead].Positions[i / 3][i % 3];
            return new TrainingSet<ParticleBatch>([.. frames.Select(frame => Input(trajectory.Frames[frame], masses))], values);
        }
    }

    private static int[] Spread(int first, int frames, int count) => [.. Enumerable.Range(0, count).Select(i => first + (int)((long)i * frames / count))];

    /// <summary>Root mean square, over bodies and moments, of how far a body moves in the time to be predicted, au.</summary>
    private static double Displacement(ParticleTrajectory trajectory, int[] frames) => Math.Sqrt(frames.Average(frame =>
        trajectory.Frames[frame].Positions.Zip(trajectory.Frames[frame + Ahead].Positions, (now, then) => (then - now).LengthSquared).Average()));

    private static ParticleBatch Input(ParticleState state, float[] masses) => new(
        1,
        masses.Length,
        masses,
        [.. state.Positions.SelectMany(Coordinates)],
        [.. state.Velocities.SelectMany(velocity => Coordinates(Ahead * DaysPerFrame * velocity))]);

    private static float[] Coordinates(Vector3D vector) => [(float)vector.X, (float)vector.Y, (float)vector.Z];
}
