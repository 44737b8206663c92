namespace Lodestone.Matter.Formats;

/// <summary>The formats that Lodestone reads and writes, and how a file's format is recognized.</summary>
public static class StructureFile
{
    /// <summary>Every format, in the order in which their endings are tried.</summary>
    public static IReadOnlyList<IStructureFormat> Formats { get; } = [new CifFormat()];
}
