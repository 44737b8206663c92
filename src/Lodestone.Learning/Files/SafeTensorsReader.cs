using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;
using Lodestone.Matter;

namespace Lodestone.Learning.Files;

/// <summary>Reads safetensors files strictly: whatever the format does not allow is refused with its reason.</summary>
internal sealed class SafeTensorsReader
{
    private const long LongestHeader = 100_000_000;

    private readonly string _source;

    private SafeTensorsReader(string source) => _source = source;

    public static SafeTensors Parse(ReadOnlyMemory<byte> file, string source) => new SafeTensorsReader(source).Parse(file);

    private SafeTensors Parse(ReadOnlyMemory<byte> file)
    {
        if (file.Length < SafeTensorsHeader.LengthBytes + 2)
            throw Bad($"it has only {file.Length} bytes");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(file.Span);
        if (length is < 2 or > LongestHeader)
            throw Bad("it does not begin with the length of a header");
        if (length > (ulong)(file.Length - SafeTensorsHeader.LengthBytes))
            throw Bad($"it ends inside its header, which should have {length} bytes; the file is truncated");
        int start = SafeTensorsHeader.LengthBytes + (int)length;
        if (file.Span[SafeTensorsHeader.LengthBytes] != (byte)'{')
            throw Bad("its header does not begin with '{'");
        try
        {
            using JsonDocument header = JsonDocument.Parse(file[SafeTensorsHeader.LengthBytes..start]);
            return Read(header.RootElement, file[start..]);
        }
        catch (JsonException e)
        {
            throw Bad("its header is not valid JSON", e);
        }
        catch (InvalidOperationException e)
        {
            throw Bad("its header holds text that is not valid UTF-8", e);
        }
    }

    private SafeTensors Read(JsonElement header, ReadOnlyMemory<byte> data)
    {
        var metadata = ImmutableDictionary<string, string>.Empty;
        var entries = new List<Entry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty property in header.EnumerateObject())
        {
            if (!names.Add(property.Name)) throw Bad($"its header names '{property.Name}' twice");
            if (property.Name == SafeTensorsHeader.MetadataKey) metadata = ReadMetadata(property.Value);
            else entries.Add(ReadEntry(property));
        }
        return new SafeTensors(Slice(entries, data), metadata);
    }

    private ImmutableDictionary<string, string> ReadMetadata(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) throw Bad("its __metadata__ is not an object");
        var texts = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String) throw Bad($"the entry '{property.Name}' of its __metadata__ is not a text");
            if (!texts.TryAdd(property.Name, property.Value.GetString()!)) throw Bad($"its __metadata__ names '{property.Name}' twice");
        }
        return texts.ToImmutable();
    }

    private Entry ReadEntry(JsonProperty property)
    {
        string name = property.Name;
        if (property.Value.ValueKind != JsonValueKind.Object) throw Bad($"the entry of tensor '{name}' is not an object");
        string? typeName = null;
        ImmutableArray<long>? shape = null, offsets = null;
        foreach (JsonProperty field in property.Value.EnumerateObject())
        {
            switch (field.Name)
            {
                case "dtype" when typeName is null && field.Value.ValueKind == JsonValueKind.String:
                    typeName = field.Value.GetString();
                    break;
                case "shape" when shape is null:
                    shape = ReadIntegers(name, field);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadIntegers(name, field);
                    break;
                default:
                    throw Bad($"the entry of tensor '{name}' has an unknown, repeated or wrong field '{field.Name}'");
            }
        }
        if (typeName is null || shape is null || offsets is not [long begin, long end])
            throw Bad($"the entry of tensor '{name}' lacks dtype, shape or two data_offsets");
        if (!DTypes.TryParse(typeName, out DType type))
            throw Bad($"tensor '{name}' has the type '{typeName}', which Lodestone does not know");
        if (NamedTensor.ByteCount(type, shape.Value) is not { } bytes || bytes != end - begin)
            throw Bad($"tensor '{name}' of {typeName} [{string.Join(", ", shape.Value)}] does not fit its offsets {begin} to {end}");
        return new Entry(name, type, shape.Value, begin, end);
    }

    private ImmutableArray<long> ReadIntegers(string name, JsonProperty field)
    {
        if (field.Value.ValueKind != JsonValueKind.Array) throw Bad($"the {field.Name} of tensor '{name}' is not a list");
        var numbers = ImmutableArray.CreateBuilder<long>(field.Value.GetArrayLength());
        foreach (JsonElement item in field.Value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out long number) || number < 0)
                throw Bad($"the {field.Name} of tensor '{name}' holds {item.GetRawText()}, which is not a whole number from 0 up");
            numbers.Add(number);
        }
        return numbers.DrainToImmutable();
    }

    private IEnumerable<NamedTensor> Slice(List<Entry> entries, ReadOnlyMemory<byte> data)
    {
        long position = 0;
        foreach (Entry entry in entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            if (entry.Begin != position) throw Bad($"tensor '{entry.Name}' begins at {entry.Begin}, not at {position} where the one before it ends");
            if (entry.End > data.Length) throw Bad($"it ends inside tensor '{entry.Name}'; the file is truncated");
            yield return new NamedTensor(entry.Name, entry.Type, entry.Shape, data[(int)entry.Begin..(int)entry.End]);
            position = entry.End;
        }
        if (position != data.Length) throw Bad($"there are {data.Length - position} bytes after its last tensor");
    }

    private InputException Bad(string reason, Exception? inner = null) => new($"{_source} is not a usable safetensors file: {reason}.", inner);

    private readonly record struct Entry(string Name, DType Type, ImmutableArray<long> Shape, long Begin, long End);
}
