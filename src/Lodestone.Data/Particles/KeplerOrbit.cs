using Lodestone.Matter.Geometry;

namespace Lodestone.Data.Particles;

/// <summary>An elliptic orbit around a center, at one time; angles in degrees, referred to the ecliptic.</summary>
/// <param name="SemiMajorAxis">a, au.</param>
/// <param name="Eccentricity">e, below 1.</param>
/// <param name="Inclination">I.</param>
/// <param name="MeanLongitude">L.</param>
/// <param name="LongitudeOfPerihelion">ϖ.</param>
/// <param name="LongitudeOfNode">Ω, of the ascending node.</param>
public readonly record struct KeplerOrbit(
    double SemiMajorAxis, double Eccentricity, double Inclination, double MeanLongitude, double LongitudeOfPerihelion, double LongitudeOfNode)
{
    /// <summary>Position and velocity relative to the center, by Kepler's equation M = E − e sin E.</summary>
    /// <param name="gravity">G times the mass of center and body, au³/day².</param>
    /// <returns>au and au/day, in ecliptic axes.</returns>
    public (Vector3D Position, Vector3D Velocity) State(double gravity)
    {
        double e = Eccentricity, anomaly = EccentricAnomaly(Radians(MeanLongitude - LongitudeOfPerihelion), e);
        double cos = Math.Cos(anomaly), sin = Math.Sin(anomaly), root = Math.Sqrt(1 - e * e);
        double rate = Math.Sqrt(gravity / (SemiMajorAxis * SemiMajorAxis * SemiMajorAxis)) / (1 - e * cos);
        return (Turn(SemiMajorAxis * (cos - e), SemiMajorAxis * root * sin), Turn(-SemiMajorAxis * rate * sin, SemiMajorAxis * rate * root * cos));
    }

    private static double EccentricAnomaly(double mean, double eccentricity)
    {
        double anomaly = mean + eccentricity * Math.Sin(mean);
        for (int i = 0; i < 20; i++)
            anomaly -= (anomaly - eccentricity * Math.Sin(anomaly) - mean) / (1 - eccentricity * Math.Cos(anomaly));
        return anomaly;
    }

    /// <summary>From the plane of the orbit, x towards the perihelion, to ecliptic axes.</summary>
    private Vector3D Turn(double x, double y)
    {
        var (sinW, cosW) = Math.SinCos(Radians(LongitudeOfPerihelion - LongitudeOfNode));
        var (sinN, cosN) = Math.SinCos(Radians(LongitudeOfNode));
        var (sinI, cosI) = Math.SinCos(Radians(Inclination));
        double along = cosW * x - sinW * y, across = sinW * x + cosW * y;
        return new Vector3D(cosN * along - sinN * cosI * across, sinN * along + cosN * cosI * across, sinI * across);
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
