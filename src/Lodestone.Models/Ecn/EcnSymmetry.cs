using Lodestone.Symmetry;
using Lodestone.Symmetry.Crystals;
using Lodestone.Symmetry.Groups;
using Lodestone.Symmetry.Layers;
using Lodestone.Symmetry.Representations;

namespace Lodestone.Models.Ecn;

/// <summary>
/// What the symmetry of the supercell means for a message. It enters at the cell of its sender and is read at the cell of its receiver. All
/// translations belong to the group, so the sender may be put into cell 0; in between, features are then equal within the orbits of the
/// stabilizer of that cell, and one point an orbit is enough. Only the class of the receiver's cell, its orbit, matters.
/// </summary>
internal sealed class EcnSymmetry
{
    /// <summary>Works out the symmetry that options name.</summary>
    public EcnSymmetry(EcnOptions options)
    {
        options.Check();
        SupercellGroup? group = BravaisLattice.Find(options.Lattice)?.Supercell;
        IReadOnlyList<Permutation> cells = group?.Cells.Generators ?? PermutationRepresentation.SymmetricGenerators(SupercellOperation.Cells);
        IReadOnlyList<Permutation>[] points = options.Representation == EcnRepresentation.Regular
            ? [cells, group!.Regular.Generators, group.Regular.Generators, cells]
            : [cells, cells, cells];
        OrbitPartition[] orbits = [.. points.Select(permutations => new TyingPattern(cells, permutations).StabilizerOrbits(0))];
        Maps = [.. Enumerable.Range(0, points.Length - 1).Select(i =>
        {
            var pattern = new TyingPattern(points[i], points[i + 1]);
            return (pattern, new OrbitFold(pattern, orbits[i], orbits[i + 1]));
        })];
        ClassOf = [.. orbits[^1].Index];
        ClassShare = [.. Enumerable.Range(0, orbits[^1].Count).Select(kind => orbits[^1].Members(kind).Length / (float)SupercellOperation.Cells)];
    }

    /// <summary>The tied maps of a message from first to last, and how they fold.</summary>
    public IReadOnlyList<(TyingPattern Pattern, OrbitFold Fold)> Maps { get; }

    /// <summary>The class of each cell, relative to that of the sender: [8].</summary>
    public int[] ClassOf { get; }

    /// <summary>The share of the cells that is in each class: [classes].</summary>
    public float[] ClassShare { get; }
}
