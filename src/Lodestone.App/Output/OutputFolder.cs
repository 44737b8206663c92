using Lodestone.Matter;

namespace Lodestone.App.Output;

/// <summary>A folder for the results of a command.</summary>
internal static class OutputFolder
{
    /// <summary>Makes the folder where it is missing.</summary>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static void Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"The folder '{folder}' cannot be made: {e.Message.TrimEnd('.')}; name another with -o.", e);
        }
    }
}
