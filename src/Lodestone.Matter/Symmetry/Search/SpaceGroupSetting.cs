namespace Lodestone.Matter.Symmetry.Search;

/// <summary>A setting of a space group in the form that the search compares: one operation a rotation part, and the centring apart.</summary>
internal sealed class SpaceGroupSetting
{
    private readonly Lazy<SymmetryOperation[]> _operations;
    private readonly Lazy<LatticeTranslation[]> _centrings;

    public SpaceGroupSetting(SpaceGroup group)
    {
        Group = group;
        _operations = new(() => [.. group.Operations.DistinctBy(operation => operation.Rotation)]);
        _centrings = new(() => [.. group.Operations.Where(operation => operation.Rotation == RotationPart.Identity).Select(operation => operation.Translation)]);
    }

    /// <summary>The setting.</summary>
    public SpaceGroup Group { get; }

    /// <summary>One operation a rotation part.</summary>
    public SymmetryOperation[] Operations => _operations.Value;

    /// <summary>The centring translations, zero among them.</summary>
    public LatticeTranslation[] Centrings => _centrings.Value;
}
