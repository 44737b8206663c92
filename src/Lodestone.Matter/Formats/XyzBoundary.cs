namespace Lodestone.Matter.Formats;

/// <summary>A frame of XYZ begins with its number of atoms; a comment and so many lines follow.</summary>
internal sealed class XyzBoundary : StructureBoundary
{
    private int _left;

    public override bool BeginsWith(string line)
    {
        if (_left > 0)
        {
            _left--;
            return false;
        }
        if (!Fields.TryWhole(line.AsSpan().Trim(), out int atoms) || atoms < 1) return false;
        _left = atoms == int.MaxValue ? atoms : atoms + 1;
        return true;
    }
}
