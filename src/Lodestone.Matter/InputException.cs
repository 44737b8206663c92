namespace Lodestone.Matter;

/// <summary>
/// The request or its input cannot be used. The message is one sentence for the user: what, where, what to do.
/// The command line prints it and exits with code 2.
/// </summary>
public sealed class InputException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">One sentence: what is wrong, where, and what to do.</param>
    /// <param name="inner">What brought it to light, if anything.</param>
    public InputException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
