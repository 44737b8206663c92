namespace Lodestone.Testing;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>Lodestone.slnx</c>.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Lodestone.slnx"))) return folder;
        throw new InvalidOperationException("The tests do not run below the repository's folder.");
    }
}
