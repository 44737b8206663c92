namespace Lodestone.Matter.Formats.Cif;

/// <summary>
/// A CIF: the data blocks of a file. Any text gives a document; where it breaks the rules, the blocks carry
/// <see cref="CifFault"/>s with lines.
/// </summary>
/// <remarks>
/// CIF 1.1: Hall, Allen and Brown, Acta Cryst. A47, 655 (1991); International Tables for Crystallography G (2005).
/// CIF 2.0: Bernstein et al., J. Appl. Cryst. 49, 277 (2016).
/// </remarks>
public sealed class CifDocument
{
    internal CifDocument(IReadOnlyList<CifBlock> blocks) => Blocks = blocks;

    /// <summary>The data blocks in their order.</summary>
    public IReadOnlyList<CifBlock> Blocks { get; }

    /// <summary>Reads a text in one pass.</summary>
    /// <param name="text">The whole file; a byte order mark is passed over, lines may end in LF, CR LF or CR.</param>
    public static CifDocument Parse(string text) => new CifParser(text).Parse();
}
