using System.Security.Cryptography;
using System.Text;

namespace Lodestone.Data;

/// <summary>A digest by which one can tell that data are the same.</summary>
public static class DataDigest
{
    /// <summary>
    /// The SHA-256 of a file, or of a folder: of the lines <c>digest  path</c> of every file in it, in the order of their paths, as
    /// <c>sha256sum</c> would print them.
    /// </summary>
    /// <param name="path">A file or folder.</param>
    /// <returns>64 hexadecimal digits; empty where there is no such file or folder (standard input, a server).</returns>
    public static string Of(string path)
    {
        if (File.Exists(path)) return OfFile(path);
        if (!Directory.Exists(path)) return "";
        var lines = new StringBuilder();
        foreach (string file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                     .Select(file => Path.GetRelativePath(path, file).Replace('\\', '/')).Order(StringComparer.Ordinal))
            lines.Append(OfFile(Path.Combine(path, file))).Append("  ").Append(file).Append('\n');
        return OfText(lines.ToString());
    }

    /// <summary>The SHA-256 of a text in UTF-8.</summary>
    public static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string OfFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
