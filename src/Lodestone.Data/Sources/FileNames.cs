using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>What names of files say of their content.</summary>
internal static class FileNames
{
    /// <summary>True for a name that ends so, in upper or lower case.</summary>
    public static bool Ends(string name, params ReadOnlySpan<string> endings)
    {
        foreach (string ending in endings)
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The name without a last <c>.gz</c>.</summary>
    public static string WithoutGz(string name) => Ends(name, ".gz") ? name[..^3] : name;

    /// <summary>The name of a file without folder and without the endings of formats and of compression.</summary>
    public static string Stem(string path)
    {
        string name = Path.GetFileName(WithoutGz(path));
        string? ending = StructureFile.Formats.SelectMany(format => format.Endings)
            .Where(e => e.StartsWith('.') && name.Length > e.Length && Ends(name, e)).MaxBy(e => e.Length);
        return ending is null ? name : name[..^ending.Length];
    }

    /// <summary>True for a file that nobody means: hidden, or left by an archiver.</summary>
    public static bool IsHidden(string path) => path.Split('/', '\\').Any(part => part is ['.', not '.', ..] or "__MACOSX");
}
