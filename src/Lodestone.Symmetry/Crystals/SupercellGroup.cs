using System.Collections.Immutable;
using Lodestone.Matter.Symmetry;
using Lodestone.Symmetry.Representations;

namespace Lodestone.Symmetry.Crystals;

/// <summary>
/// The symmetry of a supercell of 2 × 2 × 2 primitive cells of a Bravais lattice: its point group and the translations modulo two (Kaba and
/// Ravanbakhsh, "Equivariant networks for crystal structures", arXiv 2211.15420). Its order is 8 times that of the point group. Rotations that
/// are equal modulo two, such as the inversion and the identity, are different elements that permute the cells in the same way.
/// </summary>
public sealed class SupercellGroup
{
    private readonly Lazy<PermutationRepresentation> _regular;

    internal SupercellGroup(BravaisLattice lattice)
    {
        Lattice = lattice;
        SupercellOperation[] generators =
        [
            .. lattice.Generators.Select(rotation => new SupercellOperation(rotation, 0)),
            .. new[] { 4, 2, 1 }.Select(shift => new SupercellOperation(RotationPart.Identity, shift)),
        ];
        (Group, Operations) = FiniteGroup.Generate(generators, SupercellOperation.Identity, (a, b) => a * b);
        Cells = new PermutationRepresentation(Group,
            [.. Operations.Select(operation => new Permutation([.. Enumerable.Range(0, SupercellOperation.Cells).Select(operation.Apply)]))]);
        _regular = new Lazy<PermutationRepresentation>(() => Representation.Regular(Group));
    }

    /// <summary>The lattice.</summary>
    public BravaisLattice Lattice { get; }

    /// <summary>The abstract group; its generators are those of the point group, then the three translations.</summary>
    public FiniteGroup Group { get; }

    /// <summary>What each element is: [order].</summary>
    public ImmutableArray<SupercellOperation> Operations { get; }

    /// <summary>The permutations of the eight cells.</summary>
    public PermutationRepresentation Cells { get; }

    /// <summary>The regular representation: permutations of the elements.</summary>
    public PermutationRepresentation Regular => _regular.Value;
}
