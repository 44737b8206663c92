using System.Buffers.Binary;
using System.Text;
using Lodestone.Models.Cgcnn.Import;

namespace Lodestone.Models.Tests.Cgcnn.Import;

/// <summary>Writes pickles and legacy torch files, well-formed or not, instruction by instruction.</summary>
internal sealed class PickleBuilder
{
    private readonly MemoryStream _stream = new();

    public byte[] Bytes => _stream.ToArray();

    public static byte[] TorchFile(Action<PickleBuilder> content, params (string Key, float[] Values)[] storages)
    {
        var file = new PickleBuilder();
        file.Raw(0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19).Do(PickleOpcode.Stop);
        file.Raw(0x80, 2, (byte)'M', 0xe9, 3).Do(PickleOpcode.Stop);
        file.Raw(0x80, 2).Do(PickleOpcode.EmptyDict).Text("little_endian").Do(PickleOpcode.NewTrue, PickleOpcode.SetItem, PickleOpcode.Stop);
        file.Raw(0x80, 2);
        content(file);
        file.Do(PickleOpcode.Stop);
        file.Raw(0x80, 2).Do(PickleOpcode.EmptyList, PickleOpcode.Mark);
        foreach ((string key, _) in storages) file.Text(key);
        file.Do(PickleOpcode.Appends, PickleOpcode.Stop);
        foreach ((_, float[] values) in storages)
        {
            file.Raw(BitConverter.GetBytes((long)values.Length));
            foreach (float value in values) file.Raw(BitConverter.GetBytes(value));
        }
        return file.Bytes;
    }

    public PickleBuilder Raw(params ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        return this;
    }

    public PickleBuilder Do(params ReadOnlySpan<PickleOpcode> opcodes)
    {
        foreach (PickleOpcode opcode in opcodes) _stream.WriteByte((byte)opcode);
        return this;
    }

    public PickleBuilder Text(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, utf8.Length);
        return Do(PickleOpcode.BinUnicode).Raw(length).Raw(utf8);
    }

    public PickleBuilder Integer(int number) => Do(PickleOpcode.BinInt).Raw(BitConverter.GetBytes(number));

    public PickleBuilder Number(double number)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, number);
        return Do(PickleOpcode.BinFloat).Raw(bytes);
    }

    public PickleBuilder Global(string module, string name) => Do(PickleOpcode.Global).Raw(Encoding.UTF8.GetBytes($"{module}\n{name}\n"));

    public PickleBuilder Tuple(params ReadOnlySpan<int> numbers)
    {
        Do(PickleOpcode.Mark);
        foreach (int number in numbers) Integer(number);
        return Do(PickleOpcode.Tuple);
    }

    public PickleBuilder Storage(string key, int count) => Do(PickleOpcode.Mark).Text("storage").Global("torch", "FloatStorage").Text(key).Text("cpu")
        .Integer(count).Do(PickleOpcode.None, PickleOpcode.Tuple, PickleOpcode.BinPersId);

    public PickleBuilder Tensor(string key, int count, int offset, int[] shape, int[] strides) =>
        Global("torch._utils", "_rebuild_tensor").Do(PickleOpcode.Mark).Storage(key, count).Integer(offset).Tuple(shape).Tuple(strides)
            .Do(PickleOpcode.Tuple, PickleOpcode.Reduce);
}
