namespace Lodestone.Data.Sources;

/// <summary>Tells whose fault an exception is that came out of reading.</summary>
internal static class Faults
{
    /// <summary>True for what files and devices do: unreadable, damaged, too large.</summary>
    public static bool AreOfInput(Exception e) => e is IOException or UnauthorizedAccessException or InvalidDataException;

    /// <summary>True for what nobody foresaw; false for the end of memory and for what the user broke off.</summary>
    public static bool AreOurs(Exception e) => e is not (OutOfMemoryException or OperationCanceledException);

    /// <summary>The sentence for an exception that nobody foresaw.</summary>
    public static string Reason(Exception e) => $"Reading it is a fault of Lodestone ({e.GetType().Name}: {e.Message.TrimEnd('.')}); please report it with the file.";
}
