using System.Text;

namespace Lodestone.Matter.Formats;

/// <summary>Cuts a text of many structures into portions of whole structures, so that a file of any size needs the memory of a portion.</summary>
internal sealed class StructureCutter(LimitedLines lines, StructureBoundary boundary, ReadLimits limits)
{
    private const int PortionSize = 1 << 20;

    private readonly StringBuilder _portion = new();
    private readonly StringBuilder _structure = new();
    private (int Lines, int Structures) _beforePortion;
    private (int Lines, int Structures) _beforeStructure;
    private int _line;
    private int _structures;
    private bool _tooLarge;

    /// <summary>The portions, lazily and in order.</summary>
    /// <exception cref="InvalidDataException">While enumerating: the text is damaged.</exception>
    public IEnumerable<StructurePortion> Cut()
    {
        while (lines.Next(out string? line))
        {
            if (boundary.BeginsWith(line ?? ""))
            {
                foreach (StructurePortion portion in EndStructure()) yield return portion;
                _structures++;
            }
            _line++;
            Add(line);
        }
        if (_structure.ToString().AsSpan().IsWhiteSpace()) _structure.Clear();
        foreach (StructurePortion portion in EndStructure()) yield return portion;
        if (_portion.Length > 0) yield return TakePortion();
    }

    private void Add(string? line)
    {
        _tooLarge |= line is null || _structure.Length + line.Length > limits.Bytes;
        if (_tooLarge) _structure.Clear();
        else _structure.Append(line).Append('\n');
    }

    private IEnumerable<StructurePortion> EndStructure()
    {
        if (_portion.Length > 0 && (_tooLarge || _portion.Length + _structure.Length > PortionSize)) yield return TakePortion();
        if (_tooLarge) yield return new StructurePortion("", _beforeStructure.Lines, _beforeStructure.Structures) { Fault = limits.TooLarge };
        else if (_portion.Length == 0) _beforePortion = _beforeStructure;
        _portion.Append(_structure);
        _structure.Clear();
        _tooLarge = false;
        _beforeStructure = (_line, _structures);
    }

    private StructurePortion TakePortion()
    {
        var portion = new StructurePortion(_portion.ToString(), _beforePortion.Lines, _beforePortion.Structures);
        _portion.Clear();
        return portion;
    }
}
