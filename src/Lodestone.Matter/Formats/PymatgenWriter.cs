using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats;

/// <summary>Writes a structure or a molecule as the JSON that pymatgen's <c>from_dict()</c> reads.</summary>
internal static class PymatgenWriter
{
    public static string Write(string name, Structure structure)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            bool crystal = structure.Lattice is not null;
            json.WriteStartObject();
            json.WriteString("@module", "pymatgen.core.structure");
            json.WriteString("@class", crystal ? "Structure" : "Molecule");
            if (structure.Lattice is { } lattice) WriteLattice(json, lattice);
            json.WriteStartObject("properties");
            json.WriteString("name", name);
            json.WriteEndObject();
            json.WriteStartArray("sites");
            foreach (Site site in structure.Sites) WriteSite(json, site, crystal);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteLattice(Utf8JsonWriter json, Lattice lattice)
    {
        json.WriteStartObject("lattice");
        json.WriteStartArray("matrix");
        for (int i = 0; i < 3; i++) WriteVector(json, lattice.Vectors[i]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSite(Utf8JsonWriter json, Site site, bool crystal)
    {
        json.WriteStartObject();
        json.WriteStartArray("species");
        foreach (Species species in site.Species)
        {
            json.WriteStartObject();
            json.WriteString("element", species.Element.Symbol);
            json.WriteNumber("occu", species.Occupancy);
            if (species.OxidationState is { } oxidation) json.WriteNumber("oxidation_state", oxidation);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (crystal)
        {
            json.WritePropertyName("abc");
            WriteVector(json, site.Fractional);
        }
        json.WritePropertyName("xyz");
        WriteVector(json, site.Cartesian);
        if (site.Label is { } label) json.WriteString("label", label);
        json.WriteStartObject("properties");
        if (site.Moment is { } moment)
        {
            json.WritePropertyName("magmom");
            WriteVector(json, moment);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteVector(Utf8JsonWriter json, Vector3D vector)
    {
        json.WriteStartArray();
        json.WriteNumberValue(vector.X);
        json.WriteNumberValue(vector.Y);
        json.WriteNumberValue(vector.Z);
        json.WriteEndArray();
    }
}
