namespace Lodestone.Matter.Formats;

/// <summary>A record of an SDF begins behind a line <c>$$$$</c>.</summary>
internal sealed class SdfBoundary : StructureBoundary
{
    private bool _ended = true;

    public override bool BeginsWith(string line)
    {
        bool begins = _ended;
        _ended = line.StartsWith("$$$$", StringComparison.Ordinal);
        return begins;
    }
}
