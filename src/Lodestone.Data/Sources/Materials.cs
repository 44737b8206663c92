using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>Makes readings of materials from what the formats read.</summary>
internal static class Materials
{
    /// <summary>The material of a structure, or its failure.</summary>
    public static MaterialReading Of(string id, string source, StructureReading reading) =>
        reading.Structure is { } structure
            ? Of(source, new Material(id, Composition.Of(structure), structure) { Properties = MagneticProperties.AddTo(reading.Properties, structure) })
            : new MaterialReading(id, null, source, null, reading.Failure);

    /// <summary>A material that was read.</summary>
    public static MaterialReading Of(string source, Material material) =>
        new(material.Id, material.Composition.ReducedFormula, source, material, null);
}
