using Lodestone.Data.Particles;
using Lodestone.Data.Random;
using Lodestone.Learning.Training;

namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>
/// The charged-particle data set of Satorras et al. (2021): from positions and velocities in frame 30, predict the positions in frame 40,
/// 1,000 steps later. One seed makes all: 10,000 trajectories to learn from, then 2,000 to validate, then 2,000 to test.
/// </summary>
internal static class ChargedParticleData
{
    private const uint PublishedSeed = 43;
    private const int PublishedTrain = 10_000;
    private const int PublishedValidation = 2000;
    private const int InputFrame = 30;
    private const int TargetFrame = 40;

    /// <summary>Draws every start in the published order and simulates those that are asked for, on all cores.</summary>
    public static NBodyData Make(NBodyOptions options)
    {
        var simulation = new ChargedParticleOptions();
        var particles = new ChargedParticles(simulation);
        var random = new LegacyRandom(PublishedSeed);
        (double[] Charges, ParticleState Start)[] drawn =
            [.. Enumerable.Range(0, PublishedTrain + PublishedValidation + options.Test).Select(_ => particles.Draw(random))];
        TrainingSet<ParticleBatch> Simulate(int first, int count) => ToSet([.. drawn[first..(first + count)].AsParallel().AsOrdered()
            .Select(start => particles.Simulate(start.Charges, start.Start, TargetFrame + 1))]);
        return new NBodyData(
            simulation.Particles,
            1,
            (float)((TargetFrame - InputFrame) * simulation.StepsPerFrame * simulation.TimeStep),
            Simulate(0, options.Train),
            Simulate(PublishedTrain, options.Validation),
            Simulate(PublishedTrain + PublishedValidation, options.Test));
    }

    private static TrainingSet<ParticleBatch> ToSet(ParticleTrajectory[] trajectories)
    {
        int particles = trajectories[0].Couplings.Length;
        var values = new double?[trajectories.Length, 3 * particles];
        for (int row = 0; row < trajectories.Length; row++)
            for (int i = 0; i < 3 * particles; i++)
                values[row, i] = trajectories[row].Frames[TargetFrame].Positions[i / 3][i % 3];
        return new TrainingSet<ParticleBatch>([.. trajectories.Select(Input)], values);
    }

    private static ParticleBatch Input(ParticleTrajectory trajectory)
    {
        ParticleState state = trajectory.Frames[InputFrame];
        return new ParticleBatch(
            1,
            trajectory.Couplings.Length,
            [.. trajectory.Couplings.Select(charge => (float)charge)],
            [.. state.Positions.SelectMany(x => new[] { (float)x.X, (float)x.Y, (float)x.Z })],
            [.. state.Velocities.SelectMany(v => new[] { (float)v.X, (float)v.Y, (float)v.Z })]);
    }
}
