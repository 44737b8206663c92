using Lodestone.Data.Particles;
using Lodestone.Matter.Geometry;

namespace Lodestone.Data.Tests.Particles;

public sealed class SolarSystemTests
{
    private const double Century = 36525;

    [Fact]
    public void The_energy_does_not_drift_in_a_century()
    {
        var gravity = new Gravity(SolarSystem.Masses, SolarSystem.AtJ2000());
        double energy = gravity.Energy, momentum = gravity.AngularMomentum.Length;
        var errors = new List<double>();
        for (int year = 0; year < 100; year++)
        {
            gravity.Run(Century / 100 / 730.5, 730); // half-day steps
            errors.Add(gravity.Energy / energy - 1);
        }

        Assert.InRange(errors.Max(Math.Abs), 0, 1e-6);
        Assert.Equal(errors[..50].Average(), errors[50..].Average(), 1e-7);
        Assert.Equal(1, gravity.AngularMomentum.Length / momentum, 1e-11);
    }

    [Fact]
    public void The_error_of_the_energy_is_of_second_order()
    {
        double Error(double step)
        {
            var gravity = new Gravity(SolarSystem.Masses, SolarSystem.AtJ2000());
            double energy = gravity.Energy, largest = 0;
            for (double time = 0; time < 88; time += step)
            {
                gravity.Run(step, 1);
                largest = Math.Max(largest, Math.Abs(gravity.Energy / energy - 1));
            }

            return largest;
        }

        Assert.InRange(Error(0.5) / Error(0.25), 3.8, 4.2);
    }

    [Fact]
    public void Time_runs_backwards_as_well()
    {
        ParticleState start = SolarSystem.AtJ2000();
        var gravity = new Gravity(SolarSystem.Masses, start);

        gravity.Run(0.5, 1000);
        gravity.Run(-0.5, 1000);

        for (int i = 0; i < start.Positions.Length; i++)
            Assert.Equal(0, (gravity.State.Positions[i] - start.Positions[i]).Length, 1e-10);
    }

    [Fact]
    public void The_earth_stands_where_almanacs_have_it()
    {
        // At J2000 the distance to the Sun is 0.98333 au, the heliocentric ecliptic longitude 100.38° (J. Meeus, Astronomical Algorithms,
        // 2nd ed. (1998), chapter 25, gives the Sun's apparent longitude as 180° from it).
        ParticleState state = SolarSystem.AtJ2000();
        Vector3D earth = state.Positions[3] - state.Positions[0];

        Assert.Equal(0.98333, earth.Length, 2e-4);
        Assert.Equal(100.38, Math.Atan2(earth.Y, earth.X) * 180 / Math.PI, 0.02);
    }

    [Theory]
    [InlineData("Mercury", -0.1300934, -0.4472877, -0.0245984)]
    [InlineData("Venus", -0.7183023, -0.0326546, 0.0410143)]
    [InlineData("Mars", 1.3907159, -0.0134157, -0.0344678)]
    [InlineData("Jupiter", 4.0011740, 2.9385810, -0.1017838)]
    [InlineData("Saturn", 6.4064069, 6.5699929, -0.3690768)]
    [InlineData("Uranus", 14.4318934, -13.7343163, -0.2381422)]
    [InlineData("Neptune", 16.8121117, -24.9916631, 0.1272190)]
    public void The_planets_stand_where_a_theory_of_their_motion_has_them(string name, double x, double y, double z)
    {
        // Heliocentric, au, ecliptic and equinox of J2000: VSOP87A, P. Bretagnon and G. Francou, Astron. Astrophys. 202, 309 (1988).
        ParticleState state = SolarSystem.AtJ2000();
        Vector3D planet = state.Positions[SolarSystem.Names.ToList().IndexOf(name)] - state.Positions[0], expected = new(x, y, z);

        Assert.Equal(0, (planet - expected).Length / expected.Length, 3e-3);
    }

    [Theory]
    [InlineData("Mercury", 0.38709927)]
    [InlineData("Jupiter", 5.20288700)]
    [InlineData("Neptune", 30.06992276)]
    public void Two_bodies_alone_have_the_orbit_of_their_elements(string name, double semiMajorAxis)
    {
        ParticleState state = SolarSystem.AtJ2000();
        int planet = SolarSystem.Names.ToList().IndexOf(name);
        double[] masses = SolarSystem.Masses;
        double distance = (state.Positions[planet] - state.Positions[0]).Length, speed = (state.Velocities[planet] - state.Velocities[0]).Length;

        double visViva = 2 / distance - speed * speed / (masses[0] + masses[planet]);

        Assert.Equal(semiMajorAxis, 1 / visViva, 1e-9);
    }

    [Fact]
    public void Planets_return_after_their_years()
    {
        // Sidereal periods in days; perturbations move a planet by little in one turn.
        foreach (var (name, period) in new[] { ("Mercury", 87.969), ("Venus", 224.701), ("Earth and Moon", 365.256), ("Mars", 686.980) })
        {
            int planet = SolarSystem.Names.ToList().IndexOf(name);
            ParticleTrajectory trajectory = SolarSystem.Simulate(2, period, (int)Math.Ceiling(period / 0.1));
            Vector3D[] turns = [.. trajectory.Frames.Select(frame => frame.Positions[planet] - frame.Positions[0])];

            Assert.Equal(0, (turns[1] - turns[0]).Length / turns[0].Length, 2e-3);
        }
    }

    [Fact]
    public void The_center_of_mass_rests()
    {
        ParticleTrajectory trajectory = SolarSystem.Simulate(3, 10, 20);

        Assert.All(trajectory.Frames, frame =>
            Assert.Equal(0, frame.Positions.Zip(trajectory.Couplings, (x, mass) => mass * x).Aggregate((a, b) => a + b).Length, 1e-15));
    }
}
