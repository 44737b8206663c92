namespace Lodestone.Testing;

/// <summary>Finds the public data sets beside the repository (<c>../shared/data</c>); tests that need them skip without them.</summary>
internal static class SharedData
{
    /// <summary>The path of a data file or folder. Skips the running test where it is missing.</summary>
    /// <param name="parts">Below <c>shared/data</c>, such as <c>"crystals", "mp.csv.gz"</c>.</param>
    public static string Require(params string[] parts)
    {
        string path = Path.Combine([Repository.Root, "..", "shared", "data", .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"The shared data '{string.Join('/', parts)}' is not beside this repository.");
        return path;
    }
}
