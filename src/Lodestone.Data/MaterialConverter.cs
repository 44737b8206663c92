using System.Collections.Immutable;
using Lodestone.Data.Descriptors;
using Lodestone.Data.Tables;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data;

/// <summary>Writes materials to a structure file or a table.</summary>
public static class MaterialConverter
{
    /// <summary>Writes every material that was read, in order. The file appears whole or not at all.</summary>
    /// <param name="readings">The source; for a structure file it is streamed, for a table its materials are held in memory.</param>
    /// <param name="path">
    /// A structure file (its ending names the format; materials without a structure are left out), or a table (<c>.csv</c>, <c>.tsv</c>,
    /// <c>.parquet</c>) with the columns <c>id</c>, <c>formula</c>, all properties, and <c>cif</c>.
    /// </param>
    /// <param name="descriptors">
    /// What to compute: in a table, these columns stand in the place of <c>cif</c>, and a material that cannot be described is left out.
    /// </param>
    /// <returns>How many materials were written, and what could not be.</returns>
    /// <exception cref="InputException">The ending names no format, the format cannot hold a structure or descriptors, a descriptor has the
    /// name of a property, or the place cannot be written.</exception>
    public static ConversionResult Convert(IEnumerable<MaterialReading> readings, string path, DescriptorSet? descriptors = null)
    {
        if (descriptors is not null && !TableWriter.CanWrite(path))
            throw new InputException($"'{path}' cannot hold descriptors; name a table that ends in .csv, .tsv or .parquet.");
        var failures = ImmutableArray.CreateBuilder<ReadFailure>();
        IEnumerable<Material> materials = Readable(readings, failures);
        int written = 0;
        if (descriptors is not null) written = WriteDescribed(path, DescriptorTable.Of([.. materials], descriptors), failures);
        else if (StructureFile.ByName(path) is null) written = MaterialTable.Write(path, [.. materials]);
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
                    failures.Add(new ReadFailure(material.Id, null, "It has no structure, so a structure file cannot hold it."));
                }
            }
        }
    }

    private static int WriteDescribed(string path, DescriptorTable table, ImmutableArray<ReadFailure>.Builder failures)
    {
        failures.AddRange(table.Failures.Select(failure => new ReadFailure(failure.Id, null, failure.Reason)));
        return MaterialTable.Write(path, table);
    }

    private static IEnumerable<Material> Readable(IEnumerable<MaterialReading> readings, ImmutableArray<ReadFailure>.Builder failures)
    {
        foreach (MaterialReading reading in readings)
        {
            if (reading.Material is { } material) yield return material;
            else failures.Add(reading.Failure!);
        }
    }
}
