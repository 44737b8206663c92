namespace Lodestone.Learning;

/// <summary>A material cannot be turned into what a model reads. The message is one sentence for the user.</summary>
public sealed class EncodingException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">One sentence: what the material lacks, and the remedy.</param>
    public EncodingException(string message)
        : base(message)
    {
    }
}
