using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Models.Graphs;
using Lodestone.Symmetry.Canonicalization.Crystals;

namespace Lodestone.Models.Cartesian;

/// <summary>
/// Turns a crystal into a graph with vectors, as it is given or in a standard cell. All neighbours within the cutoff take part, so that none is
/// left out by chance.
/// </summary>
/// <param name="cutoff">Farthest neighbour, Å.</param>
/// <param name="canonicalization">What happens to the crystal first.</param>
internal sealed class CartesianEncoder(double cutoff, CrystalCanonicalization canonicalization) : IEncoder<CartesianGraph>
{
    private readonly CrystalGraphEncoder _graphs = new(null, cutoff) { Vectors = true };

    /// <inheritdoc />
    /// <exception cref="EncodingException">The material is no ordered crystal.</exception>
    public CartesianGraph Encode(Material material)
    {
        Structure crystal = OrderedStructure.Of(material);
        IReadOnlyList<Matrix3D> turns = [Matrix3D.Identity];
        if (canonicalization is CrystalCanonicalization.Symmetry)
        {
            crystal = SymmetryStandardCell.Of(crystal);
        }
        else if (canonicalization is not CrystalCanonicalization.None)
        {
            crystal = crystal.Primitive();
            IReadOnlyList<CrystalMotion> cells = StandardCell.Choices(crystal);
            crystal = cells[0].Act(crystal);
            if (canonicalization is CrystalCanonicalization.Learned)
                turns = [.. cells.Select(cell => cells[0].Rotation.Transposed * cell.Rotation)];
        }
        return new CartesianGraph(
            _graphs.Encode(material with { Structure = crystal }), Numbers(crystal.Lattice!.Vectors), [0, turns.Count], [.. turns.SelectMany(Numbers)]);
    }

    /// <inheritdoc />
    public CartesianGraph Join(IReadOnlyList<CartesianGraph> samples) => CartesianGraph.Join(samples);

    /// <inheritdoc />
    public string? Warning(CartesianGraph sample) => _graphs.Warning(sample.Graph);

    private static float[] Numbers(Matrix3D m) =>
        [.. new[] { m.A, m.B, m.C }.SelectMany(row => new[] { (float)row.X, (float)row.Y, (float)row.Z })];
}
