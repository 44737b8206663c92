using Lodestone.Matter;

namespace Lodestone.App.Output;

/// <summary>A folder for the results of a command.</summary>
internal static class OutputFolder
{
    /// <summary>The name of a result that the user has not named.</summary>
    /// <param name="name">What it is of, such as the name of a recipe or of targets; what no file name can hold becomes '-'.</param>
    /// <param name="ending">How it ends.</param>
    public static string Named(string name, string ending) => string.Join('-', name.Split(['/', '\\', ':', '*', '?', '"', '<', '>', '|'])) + ending;

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
