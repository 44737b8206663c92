using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;

namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>
/// Lays molecules as they lie in all data of the study: the mean of the atoms at the origin, the centre of nuclear charge on the axis x, and
/// toward y the side on which the atoms reach farther from that axis, Σ ρ²·ρ for their vectors ρ from it. Where there is no such direction, as in molecules
/// of high symmetry, a coordinate axis serves.
/// </summary>
internal sealed class MoleculeEncoder : IEncoder<MoleculeBatch>
{
    private const double Nothing = 1e-6; // Å

    /// <inheritdoc />
    public MoleculeBatch Encode(Material material)
    {
        if (material.Structure is not { Lattice: null } molecule) throw new EncodingException("It is no molecule with positions.");
        return Lay([.. molecule.Sites.Select(site => site.Element.AtomicNumber)], [.. molecule.Sites.Select(site => site.Cartesian)]);
    }

    /// <inheritdoc />
    public MoleculeBatch Join(IReadOnlyList<MoleculeBatch> samples) => MoleculeBatch.Join(samples);

    /// <summary>One molecule, laid anew.</summary>
    public MoleculeBatch Laid(MoleculeBatch molecule) =>
        Lay(molecule.Elements, [.. molecule.Positions.Chunk(3).Select(x => new Vector3D(x[0], x[1], x[2]))]);

    private static MoleculeBatch Lay(int[] elements, Vector3D[] positions)
    {
        Vector3D mean = 1.0 / positions.Length * Sum(positions);
        positions = [.. positions.Select(position => position - mean)];
        Vector3D x = Direction(Sum(positions.Select((position, atom) => elements[atom] * position)), new(1, 0, 0));
        Vector3D farther = Sum(positions.Select(position => Across(position, x)).Select(across => across.LengthSquared * across));
        Vector3D y = Direction(farther, Across(new(0, 1, 0), x), Across(new(0, 0, 1), x));
        Vector3D z = Vector3D.Cross(x, y);
        float[] laid = [.. positions.SelectMany(r => new[] { (float)Vector3D.Dot(r, x), (float)Vector3D.Dot(r, y), (float)Vector3D.Dot(r, z) })];
        return new MoleculeBatch(elements, laid, [0, elements.Length]);
    }

    private static Vector3D Sum(IEnumerable<Vector3D> vectors) => vectors.Aggregate(Vector3D.Zero, (sum, vector) => sum + vector);

    private static Vector3D Across(Vector3D vector, Vector3D axis) => vector - Vector3D.Dot(vector, axis) * axis;

    /// <summary>The unit vector along the first vector that has a length.</summary>
    private static Vector3D Direction(params Vector3D[] vectors)
    {
        Vector3D vector = vectors.First(vector => vector.Length > Nothing);
        return 1 / vector.Length * vector;
    }
}
