using Lodestone.Matter.Geometry;

namespace Lodestone.Data.Particles;

/// <summary>
/// The Sun and the eight planets at noon of 1 January 2000 (J2000), the Earth with its Moon as one body, in au, days and ecliptic axes.
/// Elements: E. M. Standish, "Keplerian elements for approximate positions of the major planets", Jet Propulsion Laboratory, table 1 (valid
/// 1800 to 2050). Mass ratios: IAU 2009 (B. Luzum et al., Celest. Mech. Dyn. Astron. 110, 293 (2011)). Orbits that start here are those of
/// Newton's law with these numbers, not an ephemeris.
/// </summary>
public static class SolarSystem
{
    private const double GaussianConstant = 0.01720209895; // defines the gravity of the Sun in au and days

    private static readonly (string Name, double SunToMass, KeplerOrbit Orbit)[] _planets =
    [
        ("Mercury", 6.0236e6, new(0.38709927, 0.20563593, 7.00497902, 252.25032350, 77.45779628, 48.33076593)),
        ("Venus", 4.08523719e5, new(0.72333566, 0.00677672, 3.39467605, 181.97909950, 131.60246718, 76.67984255)),
        ("Earth and Moon", 328900.5596, new(1.00000261, 0.01671123, -0.00001531, 100.46457166, 102.93768193, 0)),
        ("Mars", 3.09870359e6, new(1.52371034, 0.09339410, 1.84969142, -4.55343205, -23.94362959, 49.55953891)),
        ("Jupiter", 1.047348644e3, new(5.20288700, 0.04838624, 1.30439695, 34.39644051, 14.72847983, 100.47390909)),
        ("Saturn", 3.4979018e3, new(9.53667594, 0.05386179, 2.48599187, 49.95424423, 92.59887831, 113.66242448)),
        ("Uranus", 2.290298e4, new(19.18916464, 0.04725744, 0.77263783, 313.23810451, 170.95427630, 74.01692503)),
        ("Neptune", 1.941226e4, new(30.06992276, 0.00859048, 1.77004347, -55.12002969, 44.96476227, 131.78422574)),
    ];

    /// <summary>Names of the bodies, the Sun first: [9].</summary>
    public static IReadOnlyList<string> Names { get; } = ["Sun", .. _planets.Select(planet => planet.Name)];

    /// <summary>Gravitational parameters G m, au³/day²: [9].</summary>
    public static double[] Masses => [Sun, .. _planets.Select(planet => Sun / planet.SunToMass)];

    /// <summary>Positions, au, and velocities, au/day, relative to the center of mass, which is at rest.</summary>
    public static ParticleState AtJ2000()
    {
        double[] masses = Masses;
        (Vector3D Position, Vector3D Velocity)[] bodies =
            [(Vector3D.Zero, Vector3D.Zero), .. _planets.Select(planet => planet.Orbit.State(Sun * (1 + 1 / planet.SunToMass)))];
        Vector3D center = Mean(masses, bodies.Select(body => body.Position)), drift = Mean(masses, bodies.Select(body => body.Velocity));
        return new ParticleState([.. bodies.Select(body => body.Position - center)], [.. bodies.Select(body => body.Velocity - drift)]);
    }

    /// <summary>A trajectory from J2000 on.</summary>
    /// <param name="frames">Number of frames; the first is J2000.</param>
    /// <param name="daysPerFrame">Days from frame to frame.</param>
    /// <param name="stepsPerFrame">Steps of the integration from frame to frame. Half a day a step keeps the energy to 1e-6 of itself.</param>
    public static ParticleTrajectory Simulate(int frames, double daysPerFrame, int stepsPerFrame)
    {
        double[] masses = Masses;
        var gravity = new Gravity(masses, AtJ2000());
        var recorded = new List<ParticleState>(frames);
        for (int frame = 0; frame < frames; frame++)
        {
            if (frame > 0) gravity.Run(daysPerFrame / stepsPerFrame, stepsPerFrame);
            recorded.Add(gravity.State);
        }

        return new ParticleTrajectory(masses, recorded);
    }

    private static double Sun => GaussianConstant * GaussianConstant;

    private static Vector3D Mean(double[] masses, IEnumerable<Vector3D> vectors)
    {
        Vector3D sum = Vector3D.Zero;
        foreach (var (mass, vector) in masses.Zip(vectors)) sum += mass * vector;
        return 1 / masses.Sum() * sum;
    }
}
