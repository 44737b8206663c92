using System.Collections.Immutable;
using Lodestone.Data.Descriptors;
using Lodestone.Data.Tables;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data;

/// <summary>Writes materials to a structure file or a table.</summary>
public static class MaterialConverter
{
    /// <summary>Why a material has no place in a structure file.</summary>
    internal const string NoStructure = "It has no structure, so a structure file cannot hold it.";

    /// <summary>Writes every material that was read, in order. The file appears whole or not at all; a file that is there stays unless at least one material
    /// takes its place.</summary>
    /// <param name="readings">The source; for a structure file it is streamed, for a table its materials are held in memory.</param>
    /// <param name="path">
    /// A structure file (its ending names the format; materials without a structure are left out), or a table (<c>.csv</c>, <c>.tsv</c>,
    /// <c>.parquet</c>) with the columns <c>id</c>, <c>formula</c>, all properties, and <c>cif</c>.
    /// </param>
    /// <param name="descriptors">
    /// What to compute: in a table, these columns stand in the place of <c>cif</c>, and a material that cannot be described is left out.
    /// </param>
    /// <returns>How many materials were written, and what could not be.</returns>
    /// <exception cref="InputException">No material could be written, the ending names no format, the format cannot hold a structure or descriptors,
    /// a descriptor has the name of a property, or the place cannot be written.</exception>
    public static ConversionResult Convert(IEnumerable<MaterialReading> readings, string path, DescriptorSet? descriptors = null)
    {
        if (descriptors is not null && !TableWriter.CanWrite(path))
            throw new InputException($"'{path}' cannot hold descriptors; name a table that ends in .csv, .tsv or .parquet.");
        var failures = ImmutableArray.CreateBuilder<ReadFailure>();
        IEnumerable<Material> materials = Readable(readings, failures);
        int written = 0;
        if (descriptors is not null) written = WriteDescribed(path, DescriptorTable.Of([.. materials], descriptors), failures);
        else if (StructureFile.ByName(path) is null) written = WriteTable(path, [.. materials], failures);
        else StructureFile.Write(path, Structures(materials));
        return new ConversionResult(written, failures.ToImmutable());

        IEnumerable<(string Name, Structure Structure)> Structures(IEnumerable<Material> source)
        {
            foreach (Material material in source)
            {
                if (material.Structure is { } structure)
                {
                    written++;
                    yield return (material.Id, structure);
                }
                else
                {
                    failures.Add(new ReadFailure(material.Id, null, NoStructure));
                }
            }
            RequireSome(path, written, failures);
        }
    }

    private static int WriteTable(string path, Material[] materials, ImmutableArray<ReadFailure>.Builder failures)
    {
        RequireSome(path, materials.Length, failures);
        return MaterialTable.Write(path, materials);
    }

    private static int WriteDescribed(string path, DescriptorTable table, ImmutableArray<ReadFailure>.Builder failures)
    {
        failures.AddRange(table.Failures.Select(failure => new ReadFailure(failure.Id, null, failure.Reason)));
        RequireSome(path, table.Materials.Length - table.Failures.Select(failure => failure.Row).Distinct().Count(), failures);
        return MaterialTable.Write(path, table);
    }

    /// <summary>Nothing is written where every material failed, nor over a file that is there.</summary>
    private static void RequireSome(string path, int written, ImmutableArray<ReadFailure>.Builder failures)
    {
        if (written > 0) return;
        bool exists = File.Exists(path);
        if (exists || failures.Count > 0)
            throw new InputException($"'{path}' was not written{(exists ? "; the file that is there was kept" : "")}: {WhyNothing(failures)}");
    }

    /// <summary>Why no material could be written, as the end of a sentence.</summary>
    internal static string WhyNothing(ImmutableArray<ReadFailure>.Builder failures) =>
        failures.Count == 0 ? "there is no material." : $"none of the {failures.Count} materials could be; the first: {failures[0]}";

    /// <summary>The materials that could be read; the reasons of the others go to <paramref name="failures"/>.</summary>
    internal static IEnumerable<Material> Readable(IEnumerable<MaterialReading> readings, ImmutableArray<ReadFailure>.Builder failures)
    {
        foreach (MaterialReading reading in readings)
        {
            if (reading.Material is { } material) yield return material;
            else failures.Add(reading.Failure!);
        }
    }
}
