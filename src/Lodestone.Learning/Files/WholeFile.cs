using Lodestone.Matter;

namespace Lodestone.Learning.Files;

/// <summary>Reads a file in one go, with one sentence for the user where that fails.</summary>
public static class WholeFile
{
    /// <summary>All bytes of a file.</summary>
    /// <exception cref="InputException">There is no such file, it cannot be read, or it is larger than memory allows.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"There is no file {path}; check the path.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The file {path} cannot be read: {e.Message}", e);
        }
    }
}
