namespace Lodestone.Matter.Formats;

/// <summary>Tells, line by line, where the structures of a text begin.</summary>
public abstract class StructureBoundary
{
    /// <summary>True where a structure begins with this line. Every line must be shown, once and in order.</summary>
    public abstract bool BeginsWith(string line);
}
