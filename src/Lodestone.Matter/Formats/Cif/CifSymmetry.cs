using System.Collections.Immutable;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>One way to read the symmetry of a block.</summary>
/// <param name="Operations">The operations, without repeats.</param>
/// <param name="Group">The setting they were taken from, where the block gives no operators.</param>
internal sealed record CifSymmetry(ImmutableArray<MagneticOperation> Operations, SpaceGroup? Group = null)
{
    public static CifSymmetry None { get; } = new([new MagneticOperation(SymmetryOperation.Identity)]);

    public bool IsTrivial => Operations.Length == 1 && Operations[0].Operation.IsIdentity && Operations[0].TimeReversal > 0;

    public static CifSymmetry Of(SpaceGroup group) =>
        new([.. group.Operations.Select(operation => new MagneticOperation(operation))], group);
}
