using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lodestone.Learning.Files;

/// <summary>Writes the header of a safetensors file.</summary>
internal static class SafeTensorsHeader
{
    /// <summary>The reserved name of the table of texts.</summary>
    public const string MetadataKey = "__metadata__";

    /// <summary>Bytes of the length before the header.</summary>
    public const int LengthBytes = 8;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The length and the JSON header, padded with spaces to a multiple of eight bytes.</summary>
    /// <param name="tensors">The tensors in the order of their data.</param>
    /// <param name="metadata">The texts.</param>
    public static byte[] Write(IEnumerable<NamedTensor> tensors, ImmutableSortedDictionary<string, string> metadata)
    {
        using var stream = new MemoryStream();
        stream.Write(new byte[LengthBytes]);
        using (var json = new Utf8JsonWriter(stream, Options))
            WriteJson(json, tensors, metadata);
        while (stream.Length % 8 != 0) stream.WriteByte((byte)' ');
        byte[] header = stream.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(header, header.Length - LengthBytes);
        return header;
    }

    private static void WriteJson(Utf8JsonWriter json, IEnumerable<NamedTensor> tensors, ImmutableSortedDictionary<string, string> metadata)
    {
        json.WriteStartObject();
        if (!metadata.IsEmpty)
        {
            json.WriteStartObject(MetadataKey);
            foreach (var (key, text) in metadata) json.WriteString(key, text);
            json.WriteEndObject();
        }
        long offset = 0;
        foreach (NamedTensor tensor in tensors)
        {
            json.WriteStartObject(tensor.Name);
            json.WriteString("dtype", tensor.Type.Name());
            json.WriteStartArray("shape");
            foreach (long extent in tensor.Shape) json.WriteNumberValue(extent);
            json.WriteEndArray();
            json.WriteStartArray("data_offsets");
            json.WriteNumberValue(offset);
            json.WriteNumberValue(offset += tensor.Data.Length);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
