using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Lodestone.Data;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;

namespace Lodestone.Models.Encodings;

/// <summary>A digest of what an encoder reads of a material: its structure to the last bit, and some of its properties. Names do not count.</summary>
internal static class MaterialDigest
{
    /// <summary>The first 128 bits of a SHA-256.</summary>
    /// <param name="material">The material.</param>
    /// <param name="properties">The properties that count.</param>
    public static UInt128 Of(Material material, IReadOnlyList<string> properties)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        Write(writer, material.Structure);
        if (material.Structure is null) writer.Write(material.Composition.ToString()!);
        foreach (string property in properties)
        {
            writer.Write(property);
            writer.Write(material.Properties.GetValueOrDefault(property) ?? "");
        }

        writer.Flush();
        return Of(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    /// <summary>The digest of a text.</summary>
    public static UInt128 Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The digest of digests, in their order.</summary>
    public static UInt128 Of(ReadOnlySpan<UInt128> digests) => Of(MemoryMarshal.AsBytes(digests));

    private static UInt128 Of(ReadOnlySpan<byte> content) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(content));

    private static void Write(BinaryWriter writer, Structure? structure)
    {
        writer.Write(structure is null ? -1 : structure.Sites.Length);
        if (structure is null) return;
        writer.Write(structure.Lattice is not null);
        if (structure.Lattice is { } lattice)
        {
            Write(writer, lattice.Vectors.A);
            Write(writer, lattice.Vectors.B);
            Write(writer, lattice.Vectors.C);
        }

        foreach (Site site in structure.Sites)
        {
            writer.Write(site.Label ?? "");
            Write(writer, site.Fractional);
            Write(writer, site.Cartesian);
            writer.Write(site.Moment is not null);
            Write(writer, site.Moment ?? Vector3D.Zero);
            writer.Write(site.Species.Length);
            foreach (Species species in site.Species)
            {
                writer.Write(species.Element.AtomicNumber);
                writer.Write(species.Occupancy);
                writer.Write(species.OxidationState ?? double.NaN);
            }
        }
    }

    private static void Write(BinaryWriter writer, Vector3D vector)
    {
        writer.Write(vector.X);
        writer.Write(vector.Y);
        writer.Write(vector.Z);
    }
}
