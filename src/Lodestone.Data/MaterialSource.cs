using Lodestone.Data.Sources;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data;

/// <summary>
/// A stream of materials from files, folders, archives, tables or standard input. Reading is lazy, keeps the order of the input,
/// and never ends because one entry is bad: what cannot be read is a <see cref="MaterialReading"/> with its reason.
/// </summary>
public abstract class MaterialSource
{
    /// <summary>The source as the user named it.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Reads every entry, in order. Structures are parsed on all cores a bounded way ahead of what was taken;
    /// the result does not depend on the number of cores.
    /// </summary>
    /// <param name="cancellation">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    public abstract IEnumerable<MaterialReading> Read(CancellationToken cancellation = default);

    /// <summary>
    /// How many entries there are (files, rows, members of an archive), where that is known without reading all of it: folders, zip archives, Parquet
    /// tables, small tables that are not packed. Else null. A file may hold several structures, so there can be more readings than entries.
    /// </summary>
    /// <param name="cancellation">Ends the counting with an <see cref="OperationCanceledException"/>.</param>
    public abstract long? CountEntries(CancellationToken cancellation = default);

    /// <summary>
    /// Opens several sources as one stream. Each is a structure file; a folder, searched recursively for structure files or, with an
    /// <c>id_prop.csv</c> in it, read as CGCNN and ALIGNN do; a table (<c>.csv</c>, <c>.tsv</c>, <c>.parquet</c>, <c>.json</c>) with a column <c>cif</c>,
    /// <c>poscar</c>, <c>structure</c> or <c>formula</c>; JSON lines; a <c>.tar</c> or <c>.zip</c> of structure files; any of these files
    /// packed with gzip; or <c>-</c> for standard input.
    /// </summary>
    /// <param name="sources">At least one.</param>
    /// <exception cref="InputException">One does not exist, has nothing readable in it, or is a table without a needed column.</exception>
    public static MaterialSource Open(params IReadOnlyList<string> sources) => Open(sources, Console.OpenStandardInput);

    /// <inheritdoc cref="Open(IReadOnlyList{string})"/>
    /// <param name="sources">At least one.</param>
    /// <param name="limits">How large one entry may be.</param>
    public static MaterialSource Open(IReadOnlyList<string> sources, ReadLimits limits) => Open(sources, Console.OpenStandardInput, limits);

    /// <summary>Opens several sources as one stream, with something else for standard input.</summary>
    /// <param name="sources">At least one.</param>
    /// <param name="standardInput">What <c>-</c> opens; called when reading begins, once.</param>
    /// <param name="limits">How large one entry may be; the usual limits where nothing is given.</param>
    /// <exception cref="InputException">One does not exist, has nothing readable in it, or is a table without a needed column.</exception>
    public static MaterialSource Open(IReadOnlyList<string> sources, Func<Stream> standardInput, ReadLimits? limits = null)
    {
        if (sources.Count == 0) throw new InputException("Name at least one source: a file, a folder, a table, or - for standard input.");
        var opener = new SourceOpener(standardInput, limits ?? ReadLimits.Default);
        EntryStream[] streams = [.. sources.Select(opener.Open)];
        foreach (EntryStream stream in streams) stream.Check();
        return new ParsedSource(string.Join(", ", sources), streams);
    }
}
