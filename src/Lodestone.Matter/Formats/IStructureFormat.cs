namespace Lodestone.Matter.Formats;

/// <summary>A file format of structures. One class a format, listed in <see cref="StructureFile"/>.</summary>
public interface IStructureFormat
{
    /// <summary>Name as users know it: <c>CIF</c>, <c>POSCAR</c>.</summary>
    string Name { get; }

    /// <summary>File name endings, lower case, with the dot; and whole file names such as <c>poscar</c>.</summary>
    IReadOnlyList<string> Endings { get; }

    /// <summary>True when a text is clearly of this format, whatever its file is called. Looks at the first lines only.</summary>
    bool LooksLike(string text) => false;

    /// <summary>Where one structure ends and the next begins, by lines, so that files of any size can be read in portions; null where that is not known.</summary>
    StructureBoundary? Boundary() => null;

    /// <summary>
    /// Reads every structure of a text. Never throws for bad content: each structure that cannot be read is a
    /// <see cref="StructureReading"/> with its <see cref="ReadFailure"/>, and a text without any structure gives one failure.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="source">The file's name as the user knows it, for messages.</param>
    /// <param name="limits">How many sites a structure may have; the usual limits where nothing is given.</param>
    IEnumerable<StructureReading> Read(string text, string source, ReadLimits? limits = null);

    /// <summary>Writes structures.</summary>
    /// <param name="structures">Name and structure, in order.</param>
    /// <param name="writer">Where to.</param>
    /// <exception cref="NotSupportedException">The format cannot hold such a structure (a molecule in a POSCAR); the message says why.</exception>
    void Write(IEnumerable<(string Name, Structure Structure)> structures, TextWriter writer);
}
