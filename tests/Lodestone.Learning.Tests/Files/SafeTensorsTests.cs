using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Lodestone.Learning.Files;
using Lodestone.Matter;

namespace Lodestone.Learning.Tests.Files;

public sealed class SafeTensorsTests
{
    private static readonly Gen<NamedTensor> AnyTensor =
        from name in Gen.String[Gen.Char['!', 'ÿ'], 1, 12]
        from type in Gen.Enum<DType>()
        from shape in Gen.Long[0, 4].Array[0, 3]
        from data in Gen.Byte.Array[type.Size() * (int)shape.Aggregate(1L, (product, extent) => product * extent)]
        select new NamedTensor(name, type, [.. shape], data);

    [Fact]
    public void What_is_written_is_read() =>
        Gen.Select(AnyTensor.Array[0, 6], Gen.Dictionary(Gen.String, Gen.String)[0, 3]).Sample((tensors, metadata) =>
        {
            var content = new SafeTensors(tensors.DistinctBy(tensor => tensor.Name), metadata);
            byte[] bytes = content.ToBytes();
            SafeTensors back = SafeTensors.Parse(bytes, "test");
            Assert.Equal(content.Metadata, back.Metadata);
            Assert.Equal(content.Tensors.Keys, back.Tensors.Keys);
            foreach (var (name, tensor) in content.Tensors)
            {
                Assert.Equal(tensor.Type, back.Tensors[name].Type);
                Assert.Equal(tensor.Shape.AsEnumerable(), back.Tensors[name].Shape);
                Assert.True(tensor.Data.Span.SequenceEqual(back.Tensors[name].Data.Span));
            }
            Assert.Equal(bytes, back.ToBytes());
        }, iter: 300);

    [Fact]
    public void Bytes_follow_the_format()
    {
        byte[] bytes = new SafeTensors([NamedTensor.From("b", [1.5f, -2f], 2), NamedTensor.From("a", [0f], 1, 1)]).ToBytes();
        string header = """{"a":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""";
        header = header.PadRight((header.Length + 7) / 8 * 8);
        Assert.Equal(header.Length, BinaryPrimitives.ReadInt64LittleEndian(bytes));
        Assert.Equal(header, Encoding.UTF8.GetString(bytes.AsSpan(8, header.Length)));
        Assert.Equal(1.5f, BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(8 + header.Length + 4)));
    }

    [Fact]
    public void Wide_elements_come_first_so_that_all_are_aligned()
    {
        var content = new SafeTensors([new("a", DType.U8, [3], new byte[3]), new("b", DType.F64, [1], new byte[8]), new("c", DType.I16, [1], new byte[2])]);
        string header = Encoding.UTF8.GetString(content.ToBytes());
        Assert.Contains("\"b\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}", header);
        Assert.Contains("\"c\":{\"dtype\":\"I16\",\"shape\":[1],\"data_offsets\":[8,10]}", header);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "does not fit its offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "not a whole number")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", "not a whole number")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9223372036854775807,9223372036854775807],"data_offsets":[0,4]}}""", "does not fit its offsets")]
    [InlineData("""{"a":{"dtype":"F8","shape":[4],"data_offsets":[0,4]}}""", "'F8'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", "does not fit its offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", "lacks")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}""", "begins at 1, not at 2")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}""", "begins at 2, not at 1")]
    [InlineData("""{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}}""", "1 bytes after its last")]
    [InlineData("""{"a":{"dtype":"U8","shape":[5],"data_offsets":[0,5]}}""", "truncated")]
    [InlineData("""{"__metadata__":{"k":1},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "not a text")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":1}}""", "'x'")]
    [InlineData("""{"a":[]}""", "not an object")]
    [InlineData("""{"a":""", "not valid JSON")]
    [InlineData("""["a"]""", "'{'")]
    public void Malformed_headers_are_refused(string header, string reason)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        byte[] file = new byte[8 + json.Length + 4];
        BinaryPrimitives.WriteInt64LittleEndian(file, json.Length);
        json.CopyTo(file, 8);
        Assert.Contains(reason, Assert.Throws<InputException>(() => SafeTensors.Parse(file, "x")).Message);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] bytes = new SafeTensors([NamedTensor.From("a", [1f, 2f, 3f], 3)], [new("k", "v")]).ToBytes();
        for (int length = 0; length < bytes.Length; length++)
            Assert.Throws<InputException>(() => SafeTensors.Parse(bytes.AsMemory(0, length), "x"));
    }

    [Fact]
    public void Invalid_utf8_is_refused()
    {
        byte[] bytes = new SafeTensors([NamedTensor.From("abc", [1f], 1)]).ToBytes();
        bytes[bytes.AsSpan().IndexOf("abc"u8)] = 0xff;
        Assert.Throws<InputException>(() => SafeTensors.Parse(bytes, "x"));
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("no-such-file", Assert.Throws<InputException>(() => SafeTensors.Read("no-such-file.safetensors")).Message);
}
