using Lodestone.Data.Particles;
using Lodestone.Data.Random;
using Lodestone.Matter.Geometry;

namespace Lodestone.Data.Tests.Particles;

/// <summary>The first trajectories of NumPy's seed 43, computed independently with NumPy.</summary>
public sealed class ChargedParticlesTests
{
    private const double Tolerance = 1e-6;
    private static readonly ChargedParticles Particles = new(new ChargedParticleOptions());
    private static readonly (double[] Charges, ParticleState Start)[] Drawn = Draw(2);
    private static readonly ParticleTrajectory[] Published = [.. Drawn.Select(drawn => Particles.Simulate(drawn.Charges, drawn.Start))];

    [Fact]
    public void The_first_trajectory_is_the_published_one()
    {
        ParticleTrajectory first = Published[0];

        Assert.Equal([-1, 1, -1, -1, -1], first.Couplings);
        Assert.Equal(49, first.Frames.Count);
        AssertAxis([0.406094, 0.878099, -0.471383, 0.041197, -0.670258], Drawn[0].Start, 0);
        AssertAxis([2.989116, 0.069951, -0.923876, 0.392095, -0.052069], first.Frames[30], 0);
        AssertAxis([4.1655, -0.549322, -0.596871, 0.179291, 0.015715], first.Frames[40], 0);
        AssertAxis([2.191309, 0.547097, 0.392962, 0.626066, -3.516546], first.Frames[40], 1);
        AssertAxis([-1.382619, 1.807787, 1.90582, -2.524871, -2.320727], first.Frames[40], 2);
    }

    [Fact]
    public void The_second_trajectory_is_the_published_one()
    {
        ParticleTrajectory second = Published[1];

        Assert.Equal([1, -1, 1, 1, 1], second.Couplings);
        AssertAxis([-2.377089, 1.714274, 0.67722, -0.697257, -0.231998], Drawn[1].Start, 0);
        AssertAxis([-2.251102, -0.296134, 4.288387, -4.765423, 1.608195], second.Frames[30], 0);
        AssertAxis([-2.275226, -0.560979, 5.735381, -6.197271, 1.720332], second.Frames[40], 0);
        AssertAxis([-2.710295, 0.406235, 1.00558, 4.775454, 1.214181], second.Frames[40], 1);
        AssertAxis([-1.262263, 0.561801, 0.977183, 1.763182, 1.009667], second.Frames[40], 2);
    }

    [Fact]
    public void Energy_is_conserved_where_no_two_particles_meet()
    {
        double[] energies = [.. Published[1].Frames.Select(frame => ChargedParticles.Energy(Published[1].Couplings, frame))];

        Assert.All(new[] { 0, 30, 40, 48 }, frame => Assert.InRange(energies[frame], 3.11945, 3.12075));
        Assert.All(energies, energy => Assert.InRange(energy, 3.118, 3.122));
    }

    [Fact]
    public void Momentum_is_conserved()
    {
        Vector3D[] sums = [.. Published[1].Frames.Select(frame => frame.Velocities.Aggregate((a, b) => a + b))];

        Assert.All(sums, sum => Assert.Equal(0, (sum - sums[0]).Length, 1e-9));
    }

    [Fact]
    public void Fewer_frames_are_the_first_frames()
    {
        ParticleTrajectory few = Particles.Simulate(Drawn[0].Charges, Drawn[0].Start, frames: 3);

        Assert.Equal(3, few.Frames.Count);
        Assert.Equal(Published[0].Frames[2].Positions, few.Frames[2].Positions);
    }

    private static (double[] Charges, ParticleState Start)[] Draw(int count)
    {
        var random = new LegacyRandom(43);
        return [.. Enumerable.Range(0, count).Select(_ => Particles.Draw(random))];
    }

    private static void AssertAxis(double[] expected, ParticleState state, int axis)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], state.Positions[i][axis], Tolerance);
    }
}
