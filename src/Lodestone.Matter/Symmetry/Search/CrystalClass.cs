namespace Lodestone.Matter.Symmetry.Search;

/// <summary>The 32 crystal classes as ranges of space-group numbers.</summary>
internal static class CrystalClass
{
    private static readonly int[] FirstNumbers =
    [
        1, 2, 3, 6, 10, 16, 25, 47, 75, 81, 83, 89, 99, 111, 123, 143, 147, 149, 156, 162, 168, 174, 175, 177, 183, 187, 191, 195, 200, 207,
        215, 221, 231,
    ];

    private static readonly Lazy<Dictionary<string, SpaceGroupSetting[]>> BySignature = new(() => Enumerable
        .Range(0, FirstNumbers.Length - 1)
        .Select(i => SpaceGroup.All.Where(group => group.Number >= FirstNumbers[i] && group.Number < FirstNumbers[i + 1])
            .Select(group => new SpaceGroupSetting(group)).ToArray())
        .ToDictionary(settings => RotationKind.Signature(settings[0].Operations.Select(operation => operation.Rotation))));

    /// <summary>All settings of all space groups of the class that some rotations make; empty where they make none.</summary>
    public static IReadOnlyList<SpaceGroupSetting> SettingsOf(IEnumerable<RotationPart> rotations) =>
        BySignature.Value.GetValueOrDefault(RotationKind.Signature(rotations)) ?? [];
}
