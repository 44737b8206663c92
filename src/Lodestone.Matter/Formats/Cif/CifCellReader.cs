namespace Lodestone.Matter.Formats.Cif;

/// <summary>Reads the six cell parameters.</summary>
internal static class CifCellReader
{
    private static readonly string[] Tags =
        ["_cell_length_a", "_cell_length_b", "_cell_length_c", "_cell_angle_alpha", "_cell_angle_beta", "_cell_angle_gamma"];

    /// <summary>The cell, or null where the block gives none of its six parameters.</summary>
    /// <exception cref="UnreadableException">A parameter is missing, not a number, or impossible.</exception>
    public static Lattice? Read(CifBlock block, CifWarnings warnings)
    {
        Span<double> values = stackalloc double[6];
        List<string>? absent = null;
        int line = block.Line, given = 0;
        for (int i = 0; i < 6; i++)
        {
            CifColumn column = block.Column(Tags[i]);
            if (column.Count == 0 || column[0].IsMissing)
            {
                (absent ??= []).Add(Tags[i]);
                continue;
            }
            CifValue value = column[0];
            line = value.Line;
            given++;
            if (column.Count > 1) throw new UnreadableException(line, $"{Tags[i]} has {column.Count} values instead of one.");
            values[i] = CifNumbers.Read(value, Tags[i], warnings);
        }
        if (given == 0) return null;
        if (absent is not null)
        {
            // Old files leave out right angles; nothing else can be supplied.
            if (absent.Any(tag => tag.StartsWith("_cell_length", StringComparison.Ordinal)))
                throw new UnreadableException(line, $"The cell is incomplete: {string.Join(", ", absent)} missing.");
            foreach (string tag in absent) values[Array.IndexOf(Tags, tag)] = 90;
            warnings.Add($"{string.Join(", ", absent)} missing; 90° was assumed, the default of the CIF dictionary.");
        }
        Lattice lattice;
        try
        {
            lattice = Lattice.FromParameters(values[0], values[1], values[2], values[3], values[4], values[5]);
        }
        catch (ArgumentException e)
        {
            throw new UnreadableException(line, e.Message);
        }
        UnreadableException.ThrowIf(StructureBounds.FaultOf(lattice), line);
        return lattice;
    }
}
