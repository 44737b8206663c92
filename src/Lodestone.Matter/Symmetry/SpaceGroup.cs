using System.Collections.Immutable;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry;

/// <summary>A space group in one of its settings: axes, cell and origin.</summary>
/// <remarks>International Tables for Crystallography A (2002); Hall symbols after table A1.4.2.7 of volume B (2008).</remarks>
public sealed class SpaceGroup
{
    private readonly Lazy<ImmutableArray<SymmetryOperation>> _operations;

    internal SpaceGroup(int number, string choice, string axes, string hermannMauguin, string fullSymbol, string hallSymbol)
    {
        Number = number;
        Choice = choice;
        Axes = axes;
        HermannMauguin = hermannMauguin;
        FullSymbol = fullSymbol;
        HallSymbol = hallSymbol;
        _operations = new(() => Symmetry.HallSymbol.Operations(hallSymbol));
    }

    /// <summary>Every setting in the table, by number; the first of a number is its standard setting.</summary>
    public static ImmutableArray<SpaceGroup> All => SpaceGroupTable.All;

    /// <summary>Number in International Tables, 1–230.</summary>
    public int Number { get; }

    /// <summary><c>1</c> or <c>2</c> for the origin, <c>H</c> or <c>R</c> for the axes, else empty.</summary>
    public string Choice { get; }

    /// <summary>Unique axis with cell choice (<c>b1</c>) or permutation of the axes (<c>cab</c>), else empty.</summary>
    public string Axes { get; }

    /// <summary>Hermann–Mauguin symbol of the setting, with spaces: <c>P 1 21/c 1</c>, <c>F d -3 m</c>.</summary>
    public string HermannMauguin { get; }

    /// <summary>Full Hermann–Mauguin symbol: <c>F 41/d -3 2/m</c>; empty for a setting that International Tables do not list.</summary>
    public string FullSymbol { get; }

    /// <summary>The Hall symbol: <c>-F 4vw 2vw 3</c>.</summary>
    public string HallSymbol { get; }

    /// <summary>The crystal system.</summary>
    public CrystalSystem CrystalSystem => Number switch
    {
        <= 2 => CrystalSystem.Triclinic,
        <= 15 => CrystalSystem.Monoclinic,
        <= 74 => CrystalSystem.Orthorhombic,
        <= 142 => CrystalSystem.Tetragonal,
        <= 167 => CrystalSystem.Trigonal,
        <= 194 => CrystalSystem.Hexagonal,
        _ => CrystalSystem.Cubic,
    };

    /// <summary>All operations of the cell, centring translations included, the identity first.</summary>
    public ImmutableArray<SymmetryOperation> Operations => _operations.Value;

    /// <summary>The standard setting: unique axis b with cell choice 1, hexagonal axes, origin choice 2.</summary>
    /// <param name="number">1–230.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public static SpaceGroup Standard(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 230);
        return All.First(group => group.Number == number);
    }

    /// <summary>
    /// Every setting that a Hermann–Mauguin symbol may mean, the standard one first: short, full, extended and older symbols, with or
    /// without
    /// spaces, underscores and a choice (<c>:1</c>, <c>:H</c>). Empty for an unknown symbol.
    /// </summary>
    public static ImmutableArray<SpaceGroup> FindHermannMauguin(string symbol) => SpaceGroupTable.Find(symbol);

    /// <summary>The setting whose Hall symbol is written so, or null: any other Hall symbol is read by
    /// <see cref="Symmetry.HallSymbol"/>.</summary>
    public static SpaceGroup? FindHall(string symbol)
    {
        string wanted = SpaceGroupTable.HallKey(symbol);
        return All.FirstOrDefault(group => SpaceGroupTable.HallKey(group.HallSymbol) == wanted);
    }

    /// <summary>True where every operation keeps the lengths and angles of a cell.</summary>
    /// <param name="lattice">The cell.</param>
    /// <param name="tolerance">Largest difference of a scalar product of two edges, as a share of the edges' lengths.</param>
    public bool IsCompatibleWith(Lattice lattice, double tolerance = 0.02)
    {
        Matrix3D rows = lattice.Vectors;
        foreach (RotationPart rotation in Operations.Select(operation => operation.Rotation).Distinct())
        {
            // The images of the edges a, b, c are the columns of the rotation part.
            var images = new Matrix3D(
                new Vector3D(rotation.XX, rotation.YX, rotation.ZX) * rows,
                new Vector3D(rotation.XY, rotation.YY, rotation.ZY) * rows,
                new Vector3D(rotation.XZ, rotation.YZ, rotation.ZZ) * rows);
            for (int i = 0; i < 3; i++)
                for (int j = i; j < 3; j++)
                    if (Math.Abs(Vector3D.Dot(images[i], images[j]) - Vector3D.Dot(rows[i], rows[j])) > tolerance * rows[i].Length * rows[j].Length)
                        return false;
        }
        return true;
    }

    /// <summary>The symbol with its choice: <c>F d -3 m:2</c>.</summary>
    public override string ToString() => Choice.Length > 0 ? $"{HermannMauguin}:{Choice}" : HermannMauguin;
}
