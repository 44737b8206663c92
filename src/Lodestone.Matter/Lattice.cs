using Lodestone.Matter.Geometry;

namespace Lodestone.Matter;

/// <summary>The periodic cell of a crystal: three row vectors in Å.</summary>
public sealed class Lattice
{
    private readonly Matrix3D _inverse;

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

    /// <summary>Cartesian position, Å, of fractional coordinates.</summary>
    public Vector3D ToCartesian(Vector3D fractional) => fractional * Vectors;

    /// <summary>Fractional coordinates of a Cartesian position in Å.</summary>
    public Vector3D ToFractional(Vector3D cartesian) => cartesian * _inverse;
}
