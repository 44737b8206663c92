namespace Lodestone.Matter;

/// <summary>What is done where one entry of many meets an exception that nobody foresaw: the entry fails with a reason, the others go on.</summary>
public static class Fault
{
    /// <summary>True for an exception that concerns an entry alone: neither an interruption nor the end of the memory.</summary>
    /// <param name="exception">What was thrown.</param>
    public static bool IsOfOneEntry(Exception exception) => exception switch
    {
        OperationCanceledException or OutOfMemoryException or InsufficientExecutionStackException => false,
        AggregateException all => all.Flatten().InnerExceptions.All(IsOfOneEntry),
        _ => true,
    };

    /// <summary>True for what files and devices do: unreadable, damaged, too large.</summary>
    /// <param name="exception">What was thrown.</param>
    public static bool IsOfInput(Exception exception) => exception is IOException or UnauthorizedAccessException or InvalidDataException;

    /// <summary>Why an entry failed, for the user: what the input is to blame for, or that nobody foresaw it.</summary>
    /// <param name="exception">What was thrown.</param>
    public static string Reason(Exception exception) => exception is InputException ? exception.Message : Sentence(exception);

    /// <summary>One sentence for the user on what nobody foresaw.</summary>
    /// <param name="exception">What was thrown.</param>
    public static string Sentence(Exception exception)
    {
        Exception cause = exception is AggregateException all ? all.Flatten().InnerExceptions[0] : exception;
        return $"This is a fault of Lodestone ({cause.GetType().Name}: {cause.Message.TrimEnd('.')}); please report it with the input and what --verbose says.";
    }
}
