namespace Lodestone.Testing;

/// <summary>Finds the small files of reported faults beside the repository (<c>../shared/cases</c>); tests that need them skip without them.</summary>
internal static class SharedCases
{
    /// <summary>The path of a file or folder of cases. Skips the running test where it is missing.</summary>
    /// <param name="parts">Below <c>shared/cases</c>, such as <c>"origin", "FeSe.cif"</c>.</param>
    public static string Require(params string[] parts)
    {
        string path = Path.Combine([Repository.Root, "..", "shared", "cases", .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"The shared case '{string.Join('/', parts)}' is not beside this repository.");
        return path;
    }
}
