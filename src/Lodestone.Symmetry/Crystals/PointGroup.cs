using System.Collections.Immutable;
using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry;
using Lodestone.Symmetry.Representations;

namespace Lodestone.Symmetry.Crystals;

/// <summary>
/// A crystallographic point group, in the axes of the standard setting of its simplest space group (International Tables for Crystallography
/// A): unique axis b in the monoclinic system, hexagonal axes in the trigonal and hexagonal ones.
/// </summary>
public sealed class PointGroup
{
    private static readonly Matrix3D HexagonalAxes = new(new(1, 0, 0), new(-0.5, Math.Sqrt(0.75), 0), new(0, 0, 1));

    internal PointGroup(string symbol, string schoenflies, CrystalSystem system, int spaceGroup)
    {
        Symbol = symbol;
        Schoenflies = schoenflies;
        System = system;
        RotationPart[] rotations = [.. SpaceGroup.Standard(spaceGroup).Operations.Select(operation => operation.Rotation).Distinct()];
        (Group, Rotations) = FiniteGroup.Generate(SmallGenerators.Of(rotations), RotationPart.Identity, (a, b) => a * b);
        Vectors = new MatrixRepresentation(Group, [.. Rotations.Select(Cartesian)]);
    }

    /// <summary>The 32 groups, from the triclinic to the cubic ones.</summary>
    public static ImmutableArray<PointGroup> All => PointGroupTable.All;

    /// <summary>Hermann–Mauguin symbol: <c>4/mmm</c>, <c>-43m</c>.</summary>
    public string Symbol { get; }

    /// <summary>Schoenflies symbol: <c>D4h</c>, <c>Td</c>.</summary>
    public string Schoenflies { get; }

    /// <summary>The crystal system.</summary>
    public CrystalSystem System { get; }

    /// <summary>The abstract group.</summary>
    public FiniteGroup Group { get; }

    /// <summary>Each element as a matrix on columns of fractional coordinates: [order].</summary>
    public ImmutableArray<RotationPart> Rotations { get; }

    /// <summary>The action on Cartesian column vectors: orthogonal 3 × 3 matrices. a is along x, c along z, b in the plane of x and y.</summary>
    public MatrixRepresentation Vectors { get; }

    /// <summary>A group by its Hermann–Mauguin or Schoenflies symbol.</summary>
    /// <exception cref="ArgumentException">No group has that symbol.</exception>
    public static PointGroup Find(string symbol) =>
        All.FirstOrDefault(group => group.Symbol == symbol || group.Schoenflies == symbol)
        ?? throw new ArgumentException($"There is no crystallographic point group '{symbol}'; there is {string.Join(", ", All.Select(group => group.Symbol))}.", nameof(symbol));

    /// <summary>The Hermann–Mauguin symbol.</summary>
    public override string ToString() => Symbol;

    private double[,] Cartesian(RotationPart rotation)
    {
        // Columns of fractional coordinates f are Cartesian columns Lᵀ·f, with the axes in the rows of L.
        Matrix3D axes = System is CrystalSystem.Trigonal or CrystalSystem.Hexagonal ? HexagonalAxes : Matrix3D.Identity;
        Matrix3D matrix = axes.Transposed * Basis.ToMatrix(rotation) * axes.Transposed.Inverse();
        var numbers = new double[3, 3];
        for (int row = 0; row < 3; row++)
            for (int column = 0; column < 3; column++)
                numbers[row, column] = matrix[row][column];
        return numbers;
    }
}
