namespace Lodestone.Matter.Formats;

/// <summary>A data block of a CIF begins with a line <c>data_…</c> outside of the texts between semicolons.</summary>
internal sealed class CifBoundary : StructureBoundary
{
    private bool _inText;

    public override bool BeginsWith(string line)
    {
        if (line.StartsWith(';')) _inText = !_inText;
        return !_inText && line.StartsWith("data_", StringComparison.OrdinalIgnoreCase);
    }
}
