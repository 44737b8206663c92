namespace Lodestone.Data.Tables;

/// <summary>Turns rows into the bytes of one table format.</summary>
internal abstract class TableEncoder
{
    /// <summary>Writes a row whose cells are known to fit the columns.</summary>
    public abstract void Write(ReadOnlySpan<Cell> cells);

    /// <summary>Writes whatever is still held back, and what the format has at its end.</summary>
    public abstract void Finish();
}
