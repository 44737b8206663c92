using System.Globalization;
using Lodestone.Matter.Cells;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter;

/// <summary>The periodic cell of a crystal: three row vectors in Å.</summary>
public sealed class Lattice
{
    private readonly Matrix3D _inverse;
    private Lattice? _reduced;

    /// <summary>Makes a lattice from its row vectors.</summary>
    /// <param name="vectors">Rows a, b, c in Å.</param>
    /// <exception cref="ArgumentException">A component is not finite, or the cell has no volume.</exception>
    public Lattice(Matrix3D vectors)
    {
        if (!vectors.A.IsFinite || !vectors.B.IsFinite || !vectors.C.IsFinite)
            throw new ArgumentException("A lattice vector has a component that is not a finite number.", nameof(vectors));
        double edges = vectors.A.Length * vectors.B.Length * vectors.C.Length;
        if (!(Math.Abs(vectors.Determinant) > 1e-9 * edges))
            throw new ArgumentException("The cell has no volume: its three vectors lie in one plane.", nameof(vectors));
        Vectors = vectors;
        _inverse = vectors.Inverse();
    }

    /// <summary>Rows a, b, c in Å.</summary>
    public Matrix3D Vectors { get; }

    /// <summary>Volume of the cell, Å³; always positive.</summary>
    public double Volume => Math.Abs(Vectors.Determinant);

    /// <summary>
    /// The cell of six parameters in the common orientation: a along x, b in the xy plane with a positive y component, c with a positive
    /// z component.
    /// </summary>
    /// <param name="a">Length of a, Å.</param>
    /// <param name="b">Length of b, Å.</param>
    /// <param name="c">Length of c, Å.</param>
    /// <param name="alpha">Angle between b and c, degrees.</param>
    /// <param name="beta">Angle between a and c, degrees.</param>
    /// <param name="gamma">Angle between a and b, degrees.</param>
    /// <exception cref="ArgumentException">A length is not positive and finite, an angle is not between 0° and 180°, or no cell has these three angles.</exception>
    public static Lattice FromParameters(double a, double b, double c, double alpha, double beta, double gamma)
    {
        foreach (double length in (ReadOnlySpan<double>)[a, b, c])
            if (!(length > 0) || !double.IsFinite(length))
                throw new ArgumentException($"A cell length of {length.ToString(CultureInfo.InvariantCulture)} Å is not a positive number.");
        foreach (double angle in (ReadOnlySpan<double>)[alpha, beta, gamma])
            if (!(angle > 0 && angle < 180))
                throw new ArgumentException($"A cell angle of {angle.ToString(CultureInfo.InvariantCulture)}° is not between 0° and 180°.");

        double cosAlpha = Cosine(alpha), cosBeta = Cosine(beta), cosGamma = Cosine(gamma);
        double sinGamma = gamma == 90 ? 1 : Math.Sin(double.DegreesToRadians(gamma));
        double y = (cosAlpha - cosBeta * cosGamma) / sinGamma;
        double zSquared = 1 - cosBeta * cosBeta - y * y;
        if (!(zSquared > 1e-12))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"No cell has the angles {alpha}°, {beta}° and {gamma}°: its three vectors would lie in one plane or not meet."));
        return new Lattice(new Matrix3D(
            new Vector3D(a, 0, 0),
            new Vector3D(b * cosGamma, b * sinGamma, 0),
            new Vector3D(c * cosBeta, c * y, c * Math.Sqrt(zSquared))));
    }

    // Right angles are so common that their cosine is made exact.
    private static double Cosine(double degrees) => degrees == 90 ? 0 : Math.Cos(double.DegreesToRadians(degrees));

    /// <summary>Cartesian position, Å, of fractional coordinates.</summary>
    public Vector3D ToCartesian(Vector3D fractional) => fractional * Vectors;

    /// <summary>Fractional coordinates of a Cartesian position in Å.</summary>
    public Vector3D ToFractional(Vector3D cartesian) => cartesian * _inverse;

    /// <summary>Lengths of a, b and c, Å.</summary>
    public (double A, double B, double C) Lengths => (Vectors.A.Length, Vectors.B.Length, Vectors.C.Length);

    /// <summary>The angles between b and c, a and c, and a and b, degrees.</summary>
    public (double Alpha, double Beta, double Gamma) Angles =>
        (Angle(Vectors.B, Vectors.C), Angle(Vectors.A, Vectors.C), Angle(Vectors.A, Vectors.B));

    /// <summary>The reciprocal vectors a*, b*, c* in rows, 1/Å, without a factor 2π: <c>a · a* = 1</c>.</summary>
    public Matrix3D Reciprocal => _inverse.Transposed;

    /// <summary>The Niggli-reduced cell of the same lattice, or this one where it is too flat or too skewed to reduce.</summary>
    /// <returns>The reduced cell, and the matrix M of determinant +1 with which it is <c>M</c> times the rows of this one.</returns>
    public (Lattice Reduced, IntegerMatrix3 Transformation) NiggliReduced()
    {
        NiggliReduction.TryReduce(Vectors, out IntegerMatrix3 transformation);
        return (new Lattice(transformation.ToMatrix3D() * Vectors), transformation);
    }

    /// <summary>The shortest vector, Å, among the periodic images of a Cartesian difference. Exact for any cell.</summary>
    /// <param name="difference">From one position to another, Å, in whatever images they are given.</param>
    public Vector3D MinimumImage(Vector3D difference)
    {
        // In a Niggli cell, once each fraction is rounded to the nearest cell, one more cell to each side is enough.
        Lattice cell = _reduced ??= NiggliReduced().Reduced;
        Vector3D fraction = cell.ToFractional(difference);
        Vector3D start = cell.ToCartesian(new(
            fraction.X - Math.Round(fraction.X), fraction.Y - Math.Round(fraction.Y), fraction.Z - Math.Round(fraction.Z)));
        Vector3D shortest = start;
        for (int a = -1; a <= 1; a++)
            for (int b = -1; b <= 1; b++)
                for (int c = -1; c <= 1; c++)
                {
                    Vector3D image = start + cell.ToCartesian(new(a, b, c));
                    if (image.LengthSquared < shortest.LengthSquared) shortest = image;
                }
        return shortest;
    }

    private static double Angle(Vector3D u, Vector3D v) =>
        double.RadiansToDegrees(Math.Atan2(Vector3D.Cross(u, v).Length, Vector3D.Dot(u, v)));
}
