namespace Lodestone.Models.Encodings;

/// <summary>Where a user's cache is.</summary>
public static class CacheFolder
{
    /// <summary>The environment variable that names the folder, or turns the cache off by <c>off</c>.</summary>
    public const string Variable = "LODESTONE_CACHE";

    /// <summary>
    /// The folder: that of <see cref="Variable"/>; without it <c>lodestone</c> in <c>XDG_CACHE_HOME</c>, in <c>~/.cache</c>, or on Windows in the local
    /// application data. Null where the cache is turned off, or the user has no such folder.
    /// </summary>
    public static string? OfUser()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
            return chosen.Equals("off", StringComparison.OrdinalIgnoreCase) ? null : Path.GetFullPath(chosen);
        return Base() is { } folder ? Path.Combine(folder, "lodestone") : null;
    }

    private static string? Base()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder && Path.IsPathFullyQualified(folder)) return folder;
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? null : Path.Combine(home, ".cache");
    }
}
