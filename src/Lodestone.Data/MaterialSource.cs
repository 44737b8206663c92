namespace Lodestone.Data;

/// <summary>
/// A stream of materials from files, folders, archives, tables or standard input. Reading is lazy, keeps the order of the input,
/// and never ends because one entry is bad: what cannot be read is a <see cref="MaterialReading"/> with its reason.
/// </summary>
public abstract class MaterialSource
{
    /// <summary>The source as the user named it.</summary>
    public abstract string Name { get; }

    /// <summary>Reads every entry, in order.</summary>
    /// <param name="cancellation">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    public abstract IEnumerable<MaterialReading> Read(CancellationToken cancellation = default);
}
